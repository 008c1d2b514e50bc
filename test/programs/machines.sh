#!/bin/sh
# Copies of this machine, each with a network, a host name and files of its own, on which commands are run as root.
# In process, mount and network namespaces of its own, so that nothing outlives it:
#   unshare --mount --pid --net --fork --kill-child --mount-proc machines.sh FILE NAME… <COMMANDS
# FILE is put into root's home of each; COMMANDS are lines "NAME…  COMMAND", with two spaces or more between.
# What no copy has (systemd, a package archive, sshd) is played by the shortest script that does the same.
set -eu

# Runs a command on a machine. The host name is the command's own: it is read once, when a server starts.
enter() {
    nsenter --net="/run/netns/$1" unshare --uts sh -c 'hostname "$1"; shift; exec "$@"' sh "$1" \
        chroot "$LAB/$1/root" env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        sh -c "cd && $2"
}
if [ "$1" = enter ]; then
    LAB=$2 name=$3
    shift 3
    enter "$name" "$*"
    exit
fi

file=$1
shift
LAB=/mnt
mount -t tmpfs lab "$LAB"
mount -t tmpfs run /run
cp "$0" "$LAB/machines.sh"

play() { # NAME SCRIPT
    printf '#!/bin/sh\n%s\n' "$2" >"$root/usr/local/sbin/$1"
    chmod 755 "$root/usr/local/sbin/$1"
}

make_machine() { # NAME NUMBER
    ip netns add "$1"
    ip link add "port$2" type veth peer name eth0 netns "$1"
    ip link set "port$2" master switch up
    ip -n "$1" addr add "10.91.24.$2/24" dev eth0
    for device in lo eth0; do ip -n "$1" link set "$device" up; done

    root=$LAB/$1/root
    mkdir -p "$LAB/$1/upper" "$LAB/$1/work" "$root"
    mount -t overlay overlay -o "lowerdir=$LAB/lower,upperdir=$LAB/$1/upper,workdir=$LAB/$1/work" "$root"
    mount --bind /dev "$root/dev"
    mount -t proc proc "$root/proc"
    mount -t tmpfs run "$root/run"
    cp "$LAB/hosts" "$root/etc/hosts"
    cp "$file" "$root/root/"
    # Making the manual's index anew takes longer than all else.
    rm -f "$root/var/lib/man-db/auto-update"
    play apt 'for deb; do :; done; exec dpkg -i "$deb"'
    play ssh "exec nsenter --target 1 --net --root --wd $LAB/machines.sh enter $LAB \"\$@\""
    play scp 'ssh "${3%%:*}" install -m "$(stat -c %a "$2")" /dev/stdin "${3#*:}" <"$2"'
    play systemctl '[ "$1" = enable ] && exec /usr/bin/systemctl "$@"
unit=/lib/systemd/system/$2.service log=/var/log/$2.log
: >$log
setsid runuser -u "$(sed -n "s/^User=//p" $unit)" -- $(sed -n "s/^ExecStart=//p" $unit) >$log 2>&1 </dev/null &
until grep -q server.started $log; do kill -0 $! || exit 1; sleep 0.1; done'
}

ip link add switch type bridge
ip link set switch up
ip link set lo up
# The machine's own files alone: what is mounted below them is not to be seen.
mkdir "$LAB/lower"
mount --bind / "$LAB/lower"
echo '127.0.0.1 localhost' >"$LAB/hosts"
number=10
for name; do
    number=$((number + 1))
    echo "10.91.24.$number $name" >>"$LAB/hosts"
done
number=10
for name; do
    number=$((number + 1))
    make_machine "$name" "$number"
done

while read -r line; do
    for name in ${line%%  *}; do
        echo "$name: $(echo "${line#*  }" | sed 's/^ *//')"
        enter "$name" "${line#*  }" </dev/null
    done
done
