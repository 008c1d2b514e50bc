#!/bin/sh
# Gives each brick its identity, before any of them is started; does nothing that is done already.
# Runs as root, with the bricks' volumes below /bricks.
set -eu
TOKEN=/tmp/token
umask 077

[ -e /bricks/1/identity/authority.pem ] || hafs pool init --data /bricks/1
if ! [ -e /bricks/2/identity/authority.pem ] || ! [ -e /bricks/3/identity/authority.pem ]; then
    export HAFS_CREDENTIAL=/bricks/1/identity/admin.pem HAFS_SERVER=127.0.0.1:24100
    hafs server --data /bricks/1 --name brick1 --listen "$HAFS_SERVER" &
    server=$!
    until hafs peer status >/dev/null 2>&1; do
        kill -0 $server
        sleep 0.2
    done
    for number in 2 3; do
        [ -e /bricks/$number/identity/authority.pem ] && continue
        hafs pool token create >$TOKEN
        hafs pool join --data /bricks/$number --token-file $TOKEN
    done
    kill $server
    wait $server
fi
chown -R hafs:hafs /bricks /credentials
