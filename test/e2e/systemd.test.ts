/** Under a real systemd, from the Debian package: the node's unit with its hardening, and a line in /etc/fstab. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.js';
import { machineObstacle, SystemdMachine, type Output } from '../support/systemd-machine.js';

const MAKE = fileURLToPath(new URL('../../scripts/make-deb.js', import.meta.url));
const WITHIN_MS = 60_000;
const NODES = [1, 2, 3];
const ADDRESSES = NODES.map((node) => `127.0.0.1:2490${node}`);
const SITE = '/srv/site';
const PLAIN = '/srv/plain';

const obstacle = machineObstacle();
if (obstacle !== undefined) console.warn(`tests under systemd are skipped: ${obstacle}`);
const testBooted = obstacle === undefined || process.env['HAFS_NO_SKIP'] === '1' ? test : test.skip;

/** The node of the package by its configuration, two more by units of their own, and the volume mounted when it is looked at. */
const PREPARE = `
  dpkg -i /hafs.deb
  cd /etc/systemd/system
  printf 'server = ["${ADDRESSES[0]}"]\\n[node]\\nname = "n1"\\nlisten = "${ADDRESSES[0]}"\\ndata = "/var/lib/hafs/n1"\\n' > /etc/hafs/hafs.toml
  for node in 2 3; do
    start="/usr/bin/hafs server --name n$node --listen 127.0.0.1:2490$node --data /var/lib/hafs/n$node"
    sed "s#^ExecStart=.*#ExecStart=$start#" /lib/systemd/system/hafs-server.service > hafs-$node.service
  done
  systemctl --root=/ enable hafs-server.service hafs-2.service hafs-3.service remote-fs.target
  systemctl --root=/ set-default multi-user.target
  mkdir -p ${SITE}
  echo '${ADDRESSES.join(',')}:/www ${SITE} hafs _netdev,nofail,x-systemd.automount,mount-timeout=60 0 0' > /etc/fstab
`;

let scratch = '';
let machine: SystemdMachine | undefined;

const run = (script: string): Promise<Output> => {
  if (machine === undefined) throw new Error('the machine has not booted');
  return machine.run(script);
};
const ok = async (script: string): Promise<string> => {
  const { status, out, err } = await run(script);
  if (status !== 0) throw new Error(`exit ${status} of ${script}: ${err}\n${out}`);
  return out;
};

beforeAll(async () => {
  if (obstacle !== undefined) return;
  scratch = mkdtempSync(join(tmpdir(), 'hafs-systemd-test-'));
  const deb = execFileSync(process.execPath, [MAKE, scratch], { encoding: 'utf8' }).trim();
  machine = await SystemdMachine.boot(deb, PREPARE);
});

afterAll(async () => {
  await machine?.stop();
  if (scratch !== '') rmSync(scratch, { recursive: true });
});

testBooted(
  'systemd: three nodes by their units: are ready, confined, and form a pool with a volume',
  async () => {
    expect(await ok('systemctl is-active hafs-server hafs-2 hafs-3')).toBe('active\nactive\nactive');
    expect(await ok('systemctl show hafs-server -p StatusText')).toBe(
      `StatusText=serving on ${ADDRESSES[0] ?? ''}`,
    );
    expect(await ok('ps -o user= -C node | sort -u')).toBe('hafs');
    for (const address of ADDRESSES.slice(1)) await ok(`hafs peer probe ${address}`);
    const bricks = NODES.map((node) => `${ADDRESSES[node - 1] ?? ''}:/var/lib/hafs/b${node}`);
    for (const node of NODES) await ok(`install -d -o hafs -g hafs /var/lib/hafs/b${node}`);
    await ok(`hafs volume create www replica 3 ${bricks.join(' ')} && hafs volume start www`);
    await eventually(async () => {
      await ok('echo hello > /tmp/page && hafs fs put /tmp/page www:/index.html');
    }, WITHIN_MS);
  },
);

testBooted(
  'systemd: x-systemd.automount in /etc/fstab: who first looks finds the volume mounted',
  async () => {
    expect(
      await ok('systemctl is-active srv-site.automount; systemctl is-active srv-site.mount || true'),
    ).toBe('active\ninactive');
    expect(await ok(`timeout 60 cat ${SITE}/index.html`)).toBe('hello');
    expect(await ok('systemctl is-active srv-site.mount')).toBe('active');
  },
);

testBooted('systemd: a node is restarted by its unit: hands over, and the mount outlives it', async () => {
  for (const unit of ['hafs-server', 'hafs-2', 'hafs-3']) {
    await ok(`systemctl restart ${unit} && timeout 20 sh -c 'date > ${SITE}/${unit} && cat ${SITE}/${unit}'`);
    await eventually(async () => {
      expect(await ok('hafs --json heal-status www | grep -o in-sync | wc -l')).toBe('3');
    }, WITHIN_MS);
  }
});

testBooted('systemd: the mount process is killed: the unit mounts anew in its place', async () => {
  const kill = `systemctl kill --kill-whom=all --signal=KILL srv-site.mount`;
  await ok(kill);
  await eventually(async () => {
    expect((await run(`timeout 10 cat ${SITE}/index.html`)).status).not.toBe(0);
  }, WITHIN_MS);
  await ok('systemctl restart srv-site.mount');
  expect(await ok(`timeout 20 cat ${SITE}/index.html`)).toBe('hello');
  expect(await ok(`findmnt -n -o FSTYPE ${SITE}`)).toBe('autofs\nfuse.hafs');
});

testBooted('systemd: nodes that start while the mount waits, as at boot: it is mounted then', async () => {
  await ok('systemctl stop srv-site.mount hafs-server hafs-2 hafs-3');
  const looked = ok(`timeout 80 cat ${SITE}/index.html`);
  await eventually(async () => {
    expect(await ok('systemctl is-active srv-site.mount || true')).toBe('activating');
  }, WITHIN_MS);
  await ok('systemctl start hafs-server hafs-2 hafs-3');
  expect(await looked).toBe('hello');
});

testBooted(
  'systemd: a line without automount, as at boot: the mount waits for the nodes, as long as it was told to',
  async () => {
    const line = `${ADDRESSES.join(',')}:/www ${PLAIN} hafs _netdev,nofail,mount-timeout=300,x-systemd.mount-timeout=330 0 0`;
    await ok(`mkdir -p ${PLAIN} && echo '${line}' >> /etc/fstab && systemctl daemon-reload`);
    expect(await ok('systemctl show srv-plain.mount -p TimeoutUSec')).toBe('TimeoutUSec=5min 30s');
    expect(await ok('systemctl show remote-fs.target -p Wants')).toContain('srv-plain.mount');
    await ok('systemctl stop hafs-server hafs-2 hafs-3 && systemctl start --no-block srv-plain.mount');
    await eventually(async () => {
      expect(await ok('systemctl is-active srv-plain.mount || true')).toBe('activating');
    }, WITHIN_MS);
    await ok('systemctl start hafs-server hafs-2 hafs-3');
    await eventually(async () => {
      expect(await ok('systemctl is-active srv-plain.mount || true')).toBe('active');
    }, WITHIN_MS);
    expect(await ok(`timeout 20 cat ${PLAIN}/index.html`)).toBe('hello');
    await ok('systemctl stop srv-plain.mount');
  },
);

testBooted('systemd: stopped in order: the mount ends, nothing is left of it', async () => {
  await ok('systemctl stop srv-site.automount srv-site.mount');
  expect(await ok(`findmnt -n ${SITE} || echo none`)).toBe('none');
  await eventually(async () => {
    expect(await ok('pgrep -af "[h]afs.js mount" || echo none')).toBe('none');
  }, WITHIN_MS);
  expect(await ok('systemctl is-system-running')).toBe('running');
});
