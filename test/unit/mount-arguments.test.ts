import { expect, test } from 'vitest';
import { defaultLogFile } from '../../mount/daemon-log.js';
import { parseDeviceSpec } from '../../mount/device-spec.js';
import { planMount } from '../../mount/mount-plan.js';
import { parseMountTarget } from '../../mount/mount-point.js';
import { hasMountsWithin, mountAt, parseMountTable } from '../../mount/mount-table.js';
import { parseMountOptions } from '../../mount/options.js';
import { InvalidRequestError } from '../../src/core/errors.js';

test.each([
  { source: 'www', servers: [], volume: 'www', subdirectory: [] },
  { source: '/www', servers: [], volume: 'www', subdirectory: [] },
  { source: 'www/a/b', servers: [], volume: 'www', subdirectory: ['a', 'b'] },
  { source: 'www/a:b', servers: [], volume: 'www', subdirectory: ['a:b'] },
  { source: 'www//a/./', servers: [], volume: 'www', subdirectory: ['a'] },
  { source: 'n1:www', servers: ['n1:24100'], volume: 'www', subdirectory: [] },
  { source: 'n1:/www/sub', servers: ['n1:24100'], volume: 'www', subdirectory: ['sub'] },
  { source: 'n1:24101:www', servers: ['n1:24101'], volume: 'www', subdirectory: [] },
  { source: 'n1,n2:24102:/www', servers: ['n1:24100', 'n2:24102'], volume: 'www', subdirectory: [] },
  { source: 'n1:24101,n2:www', servers: ['n1:24101', 'n2:24100'], volume: 'www', subdirectory: [] },
  { source: 'n1:24101', servers: ['n1:24100'], volume: '24101', subdirectory: [] },
  { source: '[::1]:www', servers: ['[::1]:24100'], volume: 'www', subdirectory: [] },
  {
    source: '[fe80::1]:24101,n2:/www/x',
    servers: ['[fe80::1]:24101', 'n2:24100'],
    volume: 'www',
    subdirectory: ['x'],
  },
])('device: $source: names its servers, volume and directory', ({ source, ...want }) => {
  expect(parseDeviceSpec(source)).toEqual(want);
});

test.each(['', '/', 'n1:', ':www', 'n1,:www', 'www/../etc', 'n1:99999:www', '[::1:www'])(
  'device: "%s": refused',
  (source) => {
    expect(() => parseDeviceSpec(source)).toThrow(InvalidRequestError);
  },
);

test('options: empty: the defaults', () => {
  expect(parseMountOptions('')).toEqual({
    kernelOptions: [],
    notedOptions: [],
    servers: [],
    mountTimeoutMs: 30_000,
    operationTimeoutMs: 10_000,
    transport: 'dev-fuse',
    logFile: undefined,
    metricsAddress: undefined,
    isRemount: false,
  });
});

test('options: what mount.fuse passes: goes on to mount(8) or is hafs its own', () => {
  const list =
    'rw,dev,suid,noatime,_netdev,nofail,x-systemd.automount,allow_other,op-timeout=2.5,log=/l,server=n1';
  expect(parseMountOptions(list)).toMatchObject({
    kernelOptions: ['rw', 'dev', 'suid', 'noatime'],
    notedOptions: ['_netdev', 'x-systemd.automount'],
    servers: ['n1:24100'],
    operationTimeoutMs: 2_500,
    logFile: '/l',
  });
});

test.each([
  { list: 'rw,foo', naming: 'foo' },
  { list: 'uid=3', naming: 'uid=3' },
  { list: 'mount-timeout=soon', naming: 'mount-timeout=soon' },
  { list: 'mount-timeout=0', naming: 'mount-timeout=0' },
  { list: 'log=', naming: 'log' },
  { list: 'transport=pigeon', naming: 'transport=pigeon' },
  { list: 'toString=1', naming: 'toString=1' },
])('options: $list: refused by name', ({ list, naming }) => {
  expect(() => parseMountOptions(list)).toThrow(naming);
});

test('options: sloppy: leaves out what nobody knows', () => {
  expect(parseMountOptions('foo,ro', true).kernelOptions).toEqual(['ro']);
});

test('options: remount: is no option of the mount itself', () => {
  expect(parseMountOptions('remount,ro')).toMatchObject({ isRemount: true, kernelOptions: ['ro'] });
});

const request = { directory: '/m', options: '', foreground: true, servers: ['configured:1'] };

test.each([
  { source: 'www', options: '', want: ['configured:1'] },
  { source: 'n1:www', options: '', want: ['n1:24100'] },
  { source: 'n1:www', options: 'server=n2', want: ['n1:24100', 'n2:24100'] },
])('plan: $source with "$options": asks $want', ({ source, options, want }) => {
  expect(planMount({ ...request, source, options }).servers).toEqual(want);
});

test('target: /dev/fd/N: is an open device, not a directory', () => {
  expect(parseMountTarget('/dev/fd/7')).toEqual({ kind: 'descriptor', fd: 7 });
  expect(parseMountTarget('/dev/fd')).toEqual({ kind: 'directory', path: '/dev/fd' });
});

test('log: mount point: names the default log file', () => {
  expect(defaultLogFile('/var/www')).toBe('/var/log/hafs/var-www.log');
});

const TABLE = String.raw`27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/root rw
42 27 0:39 / /srv/my\040www rw,nosuid - fuse.hafs n1,n2:/www rw,user_id=0
43 42 0:40 / /srv/my\040www rw - tmpfs none rw
`;

test.each([
  ['that something stands on', '0:39', true],
  ['that nothing stands on', '0:40', false],
  ['that is not there', '0:41', false],
])('mount table: a file system %s: is known as such', (_, device, isStoodOn) => {
  expect(hasMountsWithin(parseMountTable(TABLE), device)).toBe(isStoodOn);
});

test('mount table: two mounts at one place: the last is what one sees', () => {
  const table = parseMountTable(TABLE);
  expect(table[1]).toEqual({
    id: '42',
    parentId: '27',
    device: '0:39',
    mountPoint: '/srv/my www',
    type: 'fuse.hafs',
    source: 'n1,n2:/www',
  });
  expect(mountAt(table, '/srv/my www')?.type).toBe('tmpfs');
  expect(mountAt(table, '/srv')).toBeUndefined();
});
