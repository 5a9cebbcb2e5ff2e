#!/usr/bin/env bash
# The same page is read in two ways, `draft: no` as a text that counts as true or as false: it depends on what else is
# installed.
#
# league/commonmark 2.3.9 of Debian 12 (PHP; Laravel renders Markdown with it). Its front matter is read by the extension
# yaml of PHP where that is loaded, by symfony/yaml 5.4.53 where not. The one goes by YAML 1.1: 37,5 is 375, 12:30 is 750,
# the keys `y` and `n` are 1 and 0, a date is a text. For the other a date is a number of seconds. A site that is right
# on one machine is wrong on the next, without a message.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
apt-get -qq download php8.2-cli php8.2-common php8.2-mbstring php8.2-yaml libyaml-0-2 libonig5 libsodium23 libargon2-1 \
  php-league-commonmark=2.3.9-1+deb12u1 php-league-config php-nette-schema php-nette-utils php-dflydev-dot-access-data \
  php-psr-event-dispatcher php-symfony-yaml=5.4.53+dfsg-0+deb12u1 php-symfony-deprecation-contracts 2>/dev/null || exit 2
for deb in *.deb; do dpkg-deb -x "$deb" root || exit 2; done

export LD_LIBRARY_PATH="$folder/root/usr/lib/$(uname -m)-linux-gnu"
php() {
  "$folder/root/usr/bin/php8.2" -n -d extension_dir="$(echo "$folder"/root/usr/lib/php/2*)" -d extension=ctype \
    -d extension=mbstring -d include_path="$folder/root/usr/share/php" "$@"
}
cat >read.php <<'CODE'
<?php
require 'Symfony/Component/Yaml/autoload.php';
require 'League/CommonMark/autoload.php';
$page = "---\ndraft: no\nhours: 37,5\nopens: 12:30\ndate: 2022-06-28\nanswers: {y: 3, n: 1}\n---\nText.\n";
$reader = (new League\CommonMark\Extension\FrontMatter\FrontMatterExtension())->getFrontMatterParser();
$read = $reader->parse($page)->getFrontMatter();
echo json_encode($read), $read['draft'] ? " a draft\n" : " no draft\n";
CODE
now=$(
  dpkg-deb -W php-league-commonmark_*.deb
  php read.php 2>&1
  php -d extension=yaml read.php 2>&1
)
seen='php-league-commonmark	2.3.9-1+deb12u1
{"draft":"no","hours":"37,5","opens":"12:30","date":1656374400,"answers":{"y":3,"n":1}} a draft
{"draft":false,"hours":375,"opens":750,"date":"2022-06-28","answers":{"1":3,"0":1}} no draft'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
