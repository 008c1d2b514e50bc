import { shell } from './shell.js';

/** A tree with what archivers have trouble with: links, holes, ACLs, attributes, devices, odd names, old times. */
const SCRIPT = `
  mkdir -p 'a dir/sub' deep/$(printf 'level/%.0s' $(seq 20)) empty
  for n in $(seq 60); do head -c $((n * 1237)) /dev/urandom > "a dir/file $n"; done
  printf x > "$(printf 'line\\nbreak')"; printf x > $(printf 'latin\\351'); printf x > "$(printf 'n%.0s' $(seq 255))"
  ln 'a dir/file 1' 'a dir/sub/second name'; ln 'a dir/file 1' third; ln -s 'a dir/file 2' link; ln -s /nowhere dangling
  truncate -s 40M sparse; for at in 1 9 30; do printf data | dd of=sparse bs=1M seek=$at conv=notrunc status=none; done
  mkfifo fifo; mknod null c 1 3; mknod loop b 7 200
  chmod 4711 'a dir/file 3'; chmod 2755 empty; chmod 1777 deep; chmod 000 'a dir/file 4'
  chown 33:34 'a dir/file 5' link -h; chown 12345:54321 'a dir/file 6'
  setfattr -n user.note -v 'a value' 'a dir/file 7'; setfattr -n user.bytes -v 0x00ff00 'a dir'
  setfattr -n trusted.note -v secret 'a dir/file 8'
  setfacl -m u:33:rw,g:34:r 'a dir/file 9'; setfacl -m d:u:33:rwx,u:33:rx 'a dir/sub'
  touch -h -d '1999-12-31 23:59:59.123456789' link; touch -d '1965-05-05 05:05:05.5' 'a dir/file 10'
  touch -d '2001-02-03 04:05:06.000000007' 'a dir'`;

export const makeOddTree = (directory: string): Promise<string> => shell(directory, SCRIPT);

/** Everything that is to be the same of a copy, in one text. Times of directories too; not that of the top. */
const FINGERPRINT = `
  find . -mindepth 1 -printf '%P|%y|%m|%U|%G|%n|%l|%T@|' \\( -type f -printf '%s' , -printf '\\n' \\) | LC_ALL=C sort
  find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
  find . \\( -type c -o -type b \\) -exec stat -c '%n %t %T' {} + | LC_ALL=C sort
  find . -samefile third | LC_ALL=C sort
  getfattr -R -h -d -m - -e hex . | LC_ALL=C sort
  getfacl -R -P -n . 2>/dev/null | LC_ALL=C sort
  test $(stat -c %b sparse) -lt 4096`;

export const fingerprint = (directory: string): Promise<string> => shell(directory, FINGERPRINT);
