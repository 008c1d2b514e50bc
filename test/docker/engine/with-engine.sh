#!/usr/bin/env bash
# Runs a command that needs a Docker engine: the one that answers, else one that is started for it and leaves nothing behind.
# For the latter: root, Debian's docker.io, docker-compose and debootstrap; nothing comes from a container registry.
# usage: with-engine.sh COMMAND…
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
ANSWER_TRIES=150 # 0.2 s apart
STOP_TRIES=100

if timeout 10 docker version >/dev/null 2>&1; then exec "$@"; fi

bridges() { ip -o link show type bridge | awk -F': ' '{ print $2 }' | sort; }

# Puts back what an engine has changed of this machine, and removes its directory.
undo() {
  local home=$1
  iptables-restore "$home/firewall" || true
  cat "$home/forwards" >/proc/sys/net/ipv4/ip_forward
  bridges | comm -13 "$home/bridges" - | xargs -r -n 1 ip link delete || true
  rm -rf --one-file-system "$home"
}

# An earlier run that was killed has undone nothing: its firewall rewrites the addresses of the next engine's containers.
for left in /var/tmp/hafs-engine.*/; do
  left=${left%/}
  # Only a whole one, since the machine was last started, that nobody holds.
  if ! [ -e "$left/forwards" ] || [ "$(cat "$left/boot")" != "$(cat /proc/sys/kernel/random/boot_id)" ]; then continue; fi
  if ! flock --nonblock "$left/forwards" true; then continue; fi
  echo "with-engine: undoing what an earlier run has left: $left" >&2
  engine=$(ps -e -o pid=,args= | awk -v words="daemon.sh $left\$" '$2 == "unshare" && $0 ~ words { print $1 }')
  if [ -n "$engine" ]; then kill -KILL "$engine"; fi
  while [ -n "$engine" ] && kill -0 "$engine" 2>/dev/null; do sleep 0.1; done
  undo "$left"
done

home=$(mktemp -d /var/tmp/hafs-engine.XXXXXX)
# A socket of its own: whoever starts an engine meanwhile is not in its way.
export DOCKER_HOST="unix://$home/socket"
export HAFS_LAB_BASE=hafs-lab-base
cat /proc/sys/kernel/random/boot_id >"$home/boot"
bridges >"$home/bridges"
# It writes rules into the firewall and lets packets through: both are put back.
{ iptables-save -t filter && iptables-save -t nat; } >"$home/firewall"
cat /proc/sys/net/ipv4/ip_forward >"$home/forwards"
exec {held}<"$home/forwards"
flock "$held"
[ -e /dev/fuse ] || mknod -m 666 /dev/fuse c 10 229

# In namespaces of its own: what it mounts and starts ends with its first process.
unshare --mount --pid --fork --kill-child --mount-proc "$here/daemon.sh" "$home" >"$home/log" 2>&1 {held}<&- &
namespace=$!

stop() {
  docker ps -aq 2>/dev/null | xargs -r docker rm -f >/dev/null 2>&1 || true
  docker network prune -f >/dev/null 2>&1 || true
  first=$(ps -o pid= --ppid "$namespace" | tr -d ' ' || true)
  if [ -n "$first" ]; then kill -TERM "$first" 2>/dev/null || true; fi
  for ((try = 0; try < STOP_TRIES; try++)); do
    kill -0 "$namespace" 2>/dev/null || break
    sleep 0.1
  done
  kill -KILL "$namespace" 2>/dev/null || true
  wait "$namespace" 2>/dev/null || true
  undo "$home"
}
trap stop EXIT
trap 'exit 1' HUP INT TERM

for ((try = 0; try < ANSWER_TRIES; try++)); do
  if timeout 5 docker version >/dev/null 2>&1; then break; fi
  if ! kill -0 "$namespace" 2>/dev/null; then break; fi
  sleep 0.2
done
if ! timeout 5 docker version >/dev/null 2>&1; then
  echo 'with-engine: the Docker engine does not start:' >&2
  tail -n 20 "$home/log" >&2
  exit 1
fi
"$here/base-image.sh" "$HAFS_LAB_BASE" {held}<&-
"$@" {held}<&-
