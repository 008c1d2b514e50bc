#!/bin/sh
# The first process of the engine's namespaces (with-engine.sh): control groups where nobody has mounted them, and dockerd.
# usage: daemon.sh DIRECTORY
set -eu
home=$1
PLENTY_KIB=12582912

if ! mountpoint -q /sys/fs/cgroup; then
    mount -t cgroup2 none /sys/fs/cgroup
    # An old kernel has its controllers in the first version only.
    if ! grep -q memory /sys/fs/cgroup/cgroup.controllers; then
        umount /sys/fs/cgroup
        mount -t tmpfs none /sys/fs/cgroup
        awk '!/^#/ && $4 == 1 { print $1 }' /proc/cgroups | while read -r controller; do
            mkdir "/sys/fs/cgroup/$controller"
            mount -t cgroup -o "$controller" none "/sys/fs/cgroup/$controller" || rmdir "/sys/fs/cgroup/$controller"
        done
    fi
fi

# In memory where there is plenty: nothing of it is to stay, and dpkg waits for the disk with every file.
mkdir "$home/data"
if [ "$(awk '$1 == "MemAvailable:" { print $2 }' /proc/meminfo)" -gt $PLENTY_KIB ]; then mount -t tmpfs engine "$home/data"; fi

dockerd --host "$DOCKER_HOST" --data-root "$home/data" --exec-root "$home/run" --pidfile "$home/pid" \
    --shutdown-timeout 3 &
daemon=$!
trap 'kill -TERM $daemon' TERM INT
while kill -0 $daemon 2>/dev/null; do wait $daemon || true; done
