#!/usr/bin/env bash
# Makes the lab's base image out of this machine: Debian from where its apt gets it, with its Node and npm.
# It holds how this machine reaches its packages, and is for tests on it only.
# usage: base-image.sh TAG
set -euo pipefail
tag=$1
root=$(mktemp -d /var/tmp/hafs-base.XXXXXX)
trap 'rm -rf --one-file-system "$root"' EXIT
trap 'exit 1' HUP INT TERM
chmod 755 "$root"

suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirrors=$(apt-get indextargets --format '$(CREATED_BY) $(CODENAME) $(REPO_URI)')
mirror=$(awk -v suite="$suite" '$1 == "Packages" && $2 == suite { print $3; exit }' <<<"$mirrors")
if ! debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$root.log" 2>&1; then
  tail -n 20 "$root.log" >&2
  exit 1
fi
rm "$root.log"

# apt's and npm's ways to their sources, and whom this machine trusts. No credentials.
rm -rf "$root"/etc/apt/sources.list*
cp -rL /etc/apt/sources.list* "$root/etc/apt/"
for file in $(grep -lsE '^Acquire::(Check|Retries|https?::)' /etc/apt/apt.conf.d/* || true); do
  cp "$file" "$root/etc/apt/apt.conf.d/"
done
mkdir -p "$root/etc/ssl/certs" "$root/usr/local/etc"
cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
printf 'registry=%s\nreplace-registry-host=%s\ncafile=/etc/ssl/certs/ca-certificates.crt\n' \
  "$(npm config get registry 2>/dev/null)" "$(npm config get replace-registry-host 2>/dev/null)" >"$root/usr/local/etc/npmrc"

local=$root/usr/local
mkdir -p "$local/lib/node_modules"
cp -L "$(command -v node)" "$local/bin/node"
cp -rL "$(npm root -g 2>/dev/null)/npm" "$local/lib/node_modules/"
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$local/bin/npm"

# Packages start no services while the image is built.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
tar -C "$root" --numeric-owner --exclude='./dev/*' --exclude='./var/cache/apt/*' --exclude='./usr/share/doc/*' -c . |
  docker import --change 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' - "$tag" >/dev/null
