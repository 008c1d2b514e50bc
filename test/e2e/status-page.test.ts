/** The status page in a real browser, while a brick is killed and healed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lab, runOk } from './lab.js';

const BASE_PORT = 24_431;
const HTTP_PORT_DISTANCE = 1_000;
const CHROMIUM = '/usr/bin/chromium';
const WITHIN_MS = 60_000;
const HEAL_WITHIN_MS = 60_000;
/** Where screenshots go for a person to look at; nowhere without it. */
const SCREENSHOTS = process.env['HAFS_SCREENSHOTS'];

const canRun = process.getuid?.() === 0 && existsSync('/dev/fuse') && existsSync(CHROMIUM);
const testInBrowser = canRun || process.env['HAFS_NO_SKIP'] === '1' ? test : test.skip;

let lab: Lab | undefined;
let browser: Browser;
const complaints: string[] = [];

const pageOf = (node: number): string => `http://127.0.0.1:${BASE_PORT + node - 1 + HTTP_PORT_DISTANCE}/`;

beforeAll(async () => {
  if (!canRun) return;
  lab = await Lab.up(BASE_PORT);
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
});

afterAll(async () => {
  if (!canRun) return;
  await browser.close();
  await lab?.purge();
});

interface Look {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** Opens the page of a node; whatever the browser complains of fails the test. */
async function open(node: number, { width = 1_200, colorScheme = 'light' }: Look = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  page.on('console', (message) => {
    const isExpected = message.text().includes('ERR_CONNECTION') || message.text().includes('ERR_INCOMPLETE');
    if (message.type() === 'error' && !isExpected) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(pageOf(node))) complaints.push(`asks elsewhere: ${request.url()}`);
  });
  await page.goto(pageOf(node));
  await page.getByText(`live, from node${node}`).waitFor({ timeout: WITHIN_MS });
  return page;
}

const shoot = async (page: Page, name: string): Promise<void> => {
  if (SCREENSHOTS !== undefined)
    await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
};

const cardOf = (page: Page, node: number) =>
  page.locator('.card', { has: page.locator('h4', { hasText: `node${node}` }) });

const hasState = (page: Page, node: number, state: string, withinMs: number): Promise<void> =>
  cardOf(page, node).locator('.badge', { hasText: state }).waitFor({ timeout: withinMs });

async function write(from: number, count: number): Promise<void> {
  const script = `for i in $(seq ${from} ${from + count}); do head -c 20000 /dev/urandom > ${lab!.mount}/f$i; done`;
  await runOk('bash', '-c', script);
}

testInBrowser(
  'page: a node is killed and healed: every state is seen as it comes, on another node',
  async () => {
    const manager = await lab!.managerNode();
    const [victim, witness] = [manager, (manager % 3) + 1];
    const page = await open(witness);
    for (const node of [1, 2, 3]) await hasState(page, node, 'in-sync', WITHIN_MS);
    await write(0, 200);
    await shoot(page, 'desktop');
    await lab!.lab('kill', String(victim));
    await hasState(page, victim, 'offline', WITHIN_MS);
    await page
      .locator('#events .badge', { hasText: 'manager-changed' })
      .first()
      .waitFor({ timeout: WITHIN_MS });
    await page
      .locator('#announcements', { hasText: 'offline' })
      .waitFor({ state: 'attached', timeout: WITHIN_MS });
    await page.getByText('Outage of writing').first().waitFor({ timeout: WITHIN_MS });
    await write(200, 300);
    await shoot(page, 'desktop-offline');
    await lab!.lab('start', String(victim));
    await hasState(page, victim, 'in-sync', HEAL_WITHIN_MS);
    await page
      .locator('#events .badge', { hasText: 'brick-in-sync' })
      .first()
      .waitFor({ timeout: WITHIN_MS });
    await shoot(page, 'desktop-healed');
    expect(complaints).toEqual([]);
  },
);

testInBrowser('page: a heal from nothing: progress and time left are shown until it ends', async () => {
  const victim = ((await lab!.managerNode()) % 3) + 1;
  const page = await open((victim % 3) + 1);
  // A heal takes its time only while somebody is at work.
  await lab!.hafsOk('volume', 'set', 'www', 'heal-pace', 'gentle');
  await runOk('dd', 'if=/dev/urandom', `of=${lab!.mount}/large`, 'bs=1M', 'count=200', 'status=none');
  await lab!.lab('kill', String(victim));
  await runOk('bash', '-c', `rm -rf ${lab!.directory}/node${victim}/brick/*`);
  const writer = lab!.spawn('bash', '-c', `while date > ${lab!.mount}/now; do :; done`);
  await lab!.lab('start', String(victim));
  const card = cardOf(page, victim);
  await card
    .locator('p', { hasText: /[1-9]\d* of \d+ entries healed, .*B\/s, [\d.]+ .*s left/ })
    .waitFor({ timeout: HEAL_WITHIN_MS });
  await page.getByRole('progressbar', { name: `Heal of node${victim}` }).waitFor();
  await shoot(page, 'desktop-healing');
  const pictures = [
    /^Operations: per second [1-9]/,
    /^Throughput: read .*, written [1-9].*B\/s$/,
    /^Latency: median [\d.]+ ms/,
  ];
  for (const name of pictures) await page.getByRole('img', { name }).waitFor({ timeout: WITHIN_MS });
  const section = page.getByRole('region', { name: 'Volume www' });
  await section
    .getByRole('heading', { name: /^Mounts and other clients: [1-9]/ })
    .waitFor({ timeout: WITHIN_MS });
  await section.getByText(lab!.mount).first().waitFor({ timeout: WITHIN_MS });
  await section
    .getByText(/^Written: available since .* nines\); \d+ outages?, one in .* on average$/)
    .waitFor();
  writer.kill('SIGTERM');
  await hasState(page, victim, 'in-sync', HEAL_WITHIN_MS);
  await page.locator('#events .badge', { hasText: 'heal-done' }).first().waitFor({ timeout: WITHIN_MS });
  expect(complaints).toEqual([]);
});

testInBrowser('page: a brick is replaced: its successor says so, and then has its place', async () => {
  const page = await open(((await lab!.managerNode()) % 3) + 1);
  await hasState(page, 1, 'in-sync', WITHIN_MS);
  const [old = ''] = await page.locator('.card .where').allTextContents();
  const successor = `${old}-successor`;
  const replacing = lab!.hafsOk('volume', 'replace-brick', 'www', old, successor, '--yes');
  await page.getByText(`is to replace ${old}`).waitFor({ timeout: WITHIN_MS });
  await replacing;
  await page.locator('.card .where', { hasText: successor }).waitFor({ timeout: WITHIN_MS });
  await page
    .locator('.card .where')
    .getByText(old, { exact: true })
    .waitFor({ state: 'detached', timeout: WITHIN_MS });
  expect(await page.locator('.card .where').count()).toBe(3);
  expect(complaints).toEqual([]);
});

testInBrowser('page: a phone, by day and by night: nothing is wider than the screen', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await open(1, { width: 360, colorScheme });
    await hasState(page, 1, 'in-sync', WITHIN_MS);
    await write(5_000, 30);
    const widthPx = await page.evaluate('document.documentElement.scrollWidth');
    expect(widthPx).toBeLessThanOrEqual(360);
    await shoot(page, `phone-${colorScheme}`);
    await shoot(await open(2, { colorScheme }), `desktop-${colorScheme}`);
  }
  expect(complaints).toEqual([]);
});

testInBrowser(
  'page: a screen reader: landmarks, headings, names of lists, charts and progress are there',
  async () => {
    const page = await open(1);
    await hasState(page, 1, 'in-sync', WITHIN_MS);
    await page.getByRole('banner').waitFor();
    await page.getByRole('main').waitFor();
    await page.getByRole('contentinfo').waitFor();
    await page.getByRole('status').waitFor();
    for (const name of ['Pool', 'Events']) await page.getByRole('heading', { name, level: 2 }).waitFor();
    await page.getByRole('region', { name: 'Volume www' }).waitFor();
    await page.getByRole('list', { name: 'Bricks' }).waitFor();
    await page.getByRole('img', { name: 'Throughput' }).waitFor();
    expect(await page.locator('[aria-live]').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  },
);

testInBrowser(
  'page: a text and its ground: differ by the contrast that WCAG asks for, by day and by night',
  async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open(1, { colorScheme });
      await hasState(page, 1, 'in-sync', WITHIN_MS);
      expect(await page.evaluate(TOO_FAINT)).toEqual([]);
    }
  },
);

/** Texts whose contrast is below 4.5 (WCAG 2.2, 1.4.3), measured in the browser. */
const TOO_FAINT = `(() => {
  const channels = (css) => css.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => [r, g, b]
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, place) => sum + value * [0.2126, 0.7152, 0.0722][place], 0);
  const groundOf = (node) => {
    const ground = channels(getComputedStyle(node).backgroundColor);
    return ground[3] === 0 && node.parentElement ? groundOf(node.parentElement) : ground;
  };
  return [...document.querySelectorAll('body *')]
    .filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== ''))
    .filter((node) => node.checkVisibility() && node.tagName !== 'NOSCRIPT')
    .map((node) => {
      const light = [channels(getComputedStyle(node).color), groundOf(node)].map(luminance).sort((a, b) => b - a);
      return { text: node.textContent.slice(0, 40), contrast: (light[0] + 0.05) / (light[1] + 0.05) };
    })
    .filter(({ contrast }) => contrast < 4.5);
})()`;
