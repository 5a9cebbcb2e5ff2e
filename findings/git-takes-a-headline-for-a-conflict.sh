#!/usr/bin/env bash
# A headline of seven letters, underlined, stops the commit: “Profile” with `=======` below it is a leftover conflict.
#
# git 2.39.5 of Debian 12, `git diff --check`, which git's own example of a pre-commit hook runs. Seven equal signs on a
# line are the middle of two versions in conflict; Markdown underlines headlines so, usually with as many signs as there
# are letters, and “Mission”, “Company” and “Contact” have seven. Six and eight pass.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
apt-get -qq download git=1:2.39.5-0+deb12u3 2>/dev/null || exit 2
for deb in *.deb; do dpkg-deb -x "$deb" root || exit 2; done

export HOME=$folder GIT_CONFIG_NOSYSTEM=1 GIT_EXEC_PATH=$folder/root/usr/lib/git-core LC_ALL=C
export GIT_TEMPLATE_DIR=$folder/root/usr/share/git-core/templates PATH=$folder/root/usr/bin:$PATH
git init -q site 2>/dev/null && cd site && mv .git/hooks/pre-commit.sample .git/hooks/pre-commit || exit 2
now=$(
  git --version
  for headline in Skills Profile Benefits; do
    printf -- '---\ntitle: Gardener\n---\n%s\n%s\n' "$headline" "${headline//?/=}" >page.md
    git add page.md
    git -c user.name=Ann -c user.email=ann@example.org commit -q -m "$headline" 2>&1
    echo "$headline: status $?"
  done
)
seen='git version 2.39.5
Skills: status 0
page.md:5: leftover conflict marker
Profile: status 1
Benefits: status 0'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
