#!/usr/bin/env bash
# Opening and saving a file turns its dates into numbers of seconds: `date: 2022-06-28` is saved as `date: 1656374400`.
#
# symfony/yaml 5.4.53 of Debian 12. Without a flag a date is read as an integer and so written; for Hugo, Jekyll and a
# person it is another thing then. A day that does not exist is moved on first: 30 February is saved as the seconds of
# 2 March. A telephone number with a plus becomes a fraction, 33612345678.0.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
apt-get -qq download php8.2-cli php8.2-common php-symfony-deprecation-contracts \
  php-symfony-yaml=5.4.53+dfsg-0+deb12u1 libsodium23 libargon2-1 2>/dev/null || exit 2
for deb in *.deb; do dpkg-deb -x "$deb" root || exit 2; done

php() { "$folder/root/usr/bin/php8.2" -n -d extension_dir="$(echo "$folder"/root/usr/lib/php/2*)" -d extension=ctype "$@"; }

cat >save.php <<'CODE'
<?php
require 'root/usr/share/php/Symfony/Component/Yaml/autoload.php';
use Symfony\Component\Yaml\Yaml;
echo Yaml::dump(Yaml::parse("date: 2022-06-28\nends: 2022-02-30\nphone: +33612345678\n"));
CODE
now=$(
  dpkg-deb -W php-symfony-yaml_*.deb
  php save.php 2>&1
)
seen='php-symfony-yaml	5.4.53+dfsg-0+deb12u1
date: 1656374400
ends: 1646179200
phone: 33612345678.0'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
