#!/usr/bin/env bash
# A validator of front matter says that a required key is missing because its value is false: `remote: false`, `places:
# 0`.
#
# Code::TidyAll::Plugin::YAMLFrontMatter 1.000003 of Debian 12 (Perl), `required_top_level_keys`. It asks for the truth
# of the value where it means to ask for the key: false, 0, "0", an empty text and null are no value. Who answers `no`
# to a required question is told to answer it; “false” in quotes passes, and is true for Jekyll.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
mkdir -p debs/partial root && apt-get -qq -y -d --no-install-recommends -o Debug::NoLocking=1 -o APT::Sandbox::User="$(id -un)" \
  -o Dir::Cache::archives="$folder/debs" install libcode-tidyall-plugin-yamlfrontmatter-perl=1.000003-2 >/dev/null || exit 2
for deb in debs/*.deb; do dpkg-deb -x "$deb" root || exit 2; done

export PERL5LIB="$folder/root/usr/share/perl5:$folder/root/usr/lib/$(uname -m)-linux-gnu/perl5/5.36"
export PATH="$folder/root/usr/bin:$PATH"
mkdir pages && cd pages || exit 2
printf '[YAMLFrontMatter]\nselect = *.md\nrequired_top_level_keys = remote\n' >.tidyallrc
now=$(
  perl -MCode::TidyAll::Plugin::YAMLFrontMatter -e 'print "YAMLFrontMatter ", Code::TidyAll::Plugin::YAMLFrontMatter->VERSION, "\n"'
  for value in true false 0 '"0"' '"false"'; do
    printf -- '---\nremote: %s\n---\n' "$value" >page.md
    echo "remote: $value: $(perl -S tidyall --all --no-cache 2>&1 | tail -1)"
  done
)
seen='YAMLFrontMatter 1.000003
remote: true: [checked] page.md
remote: false: Missing required YAML Front Matter key: '\''remote'\''
remote: 0: Missing required YAML Front Matter key: '\''remote'\''
remote: "0": Missing required YAML Front Matter key: '\''remote'\''
remote: "false": [checked] page.md'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
