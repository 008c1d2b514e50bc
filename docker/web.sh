#!/bin/sh
# Mounts the volume as Apache's document root and serves it; SIGTERM stops both in good order.
# Environment: SOURCE, what is mounted: HOST[:PORT][,…]:VOL.
set -eu
ROOT=/var/www/html

# A container that died with its mount up leaves a dead one.
umount -l "$ROOT" 2>/dev/null || true
find "$ROOT" -xdev -mindepth 1 -delete
hafs mount "$SOURCE" "$ROOT" -o noatime
echo 'ServerName localhost' >/etc/apache2/conf-enabled/name.conf

# It reads variables that nobody has set.
set +u
. /etc/apache2/envvars
set -u
rm -f "$APACHE_PID_FILE"
mkdir -p "$APACHE_RUN_DIR" "$APACHE_LOCK_DIR" "$APACHE_LOG_DIR"
apache2 -DFOREGROUND &
apache=$!
trap 'kill -TERM $apache' TERM INT
while kill -0 $apache 2>/dev/null; do wait $apache || true; done
hafs umount "$ROOT"
