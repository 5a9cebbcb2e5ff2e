#!/usr/bin/env bash
# “Not a number” is infinity: `.nan` is read as INF and saved as `.Inf`.
#
# symfony/yaml 5.4.53 of Debian 12. Where a figure is missing (and R and Python write .nan for that), the sum over the
# file is infinite, every threshold is passed, and saving the file makes it last. 5e1234, a number that is merely too
# large, goes the same way. No message.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
apt-get -qq download php8.2-cli php8.2-common php-symfony-deprecation-contracts \
  php-symfony-yaml=5.4.53+dfsg-0+deb12u1 libsodium23 libargon2-1 2>/dev/null || exit 2
for deb in *.deb; do dpkg-deb -x "$deb" root || exit 2; done

php() { "$folder/root/usr/bin/php8.2" -n -d extension_dir="$(echo "$folder"/root/usr/lib/php/2*)" -d extension=ctype "$@"; }

cat >read.php <<'CODE'
<?php
require 'root/usr/share/php/Symfony/Component/Yaml/autoload.php';
use Symfony\Component\Yaml\Yaml;
$page = Yaml::parse("applications: .nan\n");
var_dump($page['applications'], $page['applications'] > 1000000);
echo Yaml::dump($page);
CODE
now=$(
  dpkg-deb -W php-symfony-yaml_*.deb
  php read.php 2>&1
)
seen='php-symfony-yaml	5.4.53+dfsg-0+deb12u1
float(INF)
bool(true)
applications: .Inf'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
