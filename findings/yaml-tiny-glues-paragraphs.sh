#!/usr/bin/env bash
# Blank lines within a text are dropped: the two paragraphs of a `|` block arrive as two lines, and lists in brackets
# as text.
#
# YAML::Tiny 1.73 of Debian 12 (Perl). It announces that it reads a part of YAML only, and stops at what it does not
# know; but here it does not stop. A licence, a letter or a description of a job loses its paragraphs, `tags: [a, b]`
# is the text "[a, b]", while `{a: b}` ends with an error.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
apt-get -qq download libyaml-tiny-perl=1.73-1 2>/dev/null || exit 2
for deb in *.deb; do dpkg-deb -x "$deb" root || exit 2; done

printf 'text: |\n  First paragraph.\n\n  Second paragraph.\nfolded: >\n  One.\n\n  Two.\ntags: [a, b]\n' >page.yaml
now=$(
  perl -I root/usr/share/perl5 - <<'CODE'
use strict;
use YAML::Tiny;
print "YAML::Tiny $YAML::Tiny::VERSION\n";
my $page = YAML::Tiny->read("page.yaml")->[0];
printf "%s: %s\n", $_, $page->{$_} =~ s/\n/\\n/gr for sort keys %$page;
CODE
)
seen='YAML::Tiny 1.73
folded: One. Two.\n
tags: [a, b]
text: First paragraph.\nSecond paragraph.\n'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
