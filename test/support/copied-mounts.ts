/**
 * For sh, first of all in a mount namespace of its own: lets go of the FUSE mounts that it has been given copies of. Somebody else's mount,
 * taken down meanwhile, would live on in the copy.
 */
export const DROP_COPIED_MOUNTS = `
  while read -r _ place type _; do
    case $type in fuse | fuse.*) umount -l "$place" ;; esac
  done < /proc/self/mounts
`;
