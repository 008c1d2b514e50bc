#!/bin/sh
# Forms the pool, makes the volume `www` and a credential for the web servers; does nothing that is done already.
# Environment: BRICKS, addresses of the storage nodes; HAFS_SERVER, one of them.
set -eu

for address in $BRICKS; do
    [ "$address" = "$HAFS_SERVER" ] || hafs peer probe "$address"
done
if ! hafs volume list | grep -qx www; then
    set --
    for address in $BRICKS; do set -- "$@" "$address:/data/www"; done
    hafs volume create www replica 3 "$@"
fi
hafs --json volume info www | grep -q '"started"' || hafs volume start www
[ -e /credentials/web.pem ] || hafs client create web --volume www --out /credentials/web.pem
hafs fs stat www:/index.html >/dev/null 2>&1 || hafs fs put docker/index.html www:/index.html
