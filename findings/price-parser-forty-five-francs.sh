#!/usr/bin/env bash
# A salary of “CHF 45’000” is 45 francs, “38 k€” is 38 euros, and “Bac+2, 1 900 €” is 2.19 euros.
#
# price-parser 0.5.1, which is made for amounts as people write them. The straight apostrophe of `45'000` separates
# thousands, the curved one that Swiss pages have ends the number; a k or M behind it is passed over; and the first
# number of the text is the amount, also where it is hours and the currency stands at the second. No error, no None.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install price-parser==0.5.1 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

now=$(
  env/bin/pip freeze | grep -i '^price'
  env/bin/python - <<'CODE'
from price_parser import Price

for text in ("CHF 45'000", "CHF 45’000", "38 000 €", "38 k€", "1.8 M€", "1 800 €, 35 h", "35 h, 1 800 €", "Bac+2, 1 900 €"):
    price = Price.fromstring(text)
    print(text, "->", price.amount, price.currency)
CODE
)
seen='price-parser==0.5.1
CHF 45'\''000 -> 45000 CHF
CHF 45’000 -> 45 CHF
38 000 € -> 38000 €
38 k€ -> 38 €
1.8 M€ -> 1.8 €
1 800 €, 35 h -> 1800 €
35 h, 1 800 € -> 35 €
Bac+2, 1 900 € -> 2.1900 €'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
