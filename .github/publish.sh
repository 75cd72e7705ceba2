#!/usr/bin/env bash
# Publishes every package whose version is not on npm yet. Provenance wants a package to name the repository it is built in: that is known here, and
# is written in for this one time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

for file in packages/*/package.json; do
  folder=$(dirname "$file")
  (cd "$folder" && npm pkg set repository.type=git repository.directory="$folder" \
    repository.url="git+$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git")
done
npx changeset publish
