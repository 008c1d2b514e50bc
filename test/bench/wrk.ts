/** wrk, its answer as a figure. */
import { run } from './command.js';
import { URLS_SCRIPT } from './places.js';
import type { Figure } from './scenario.js';

interface WrkReport {
  readonly requests: number;
  readonly seconds: number;
  readonly p99Us: number;
  readonly worstUs: number;
  readonly failed: number;
}

export interface WebLoad {
  readonly connections: number;
  readonly seconds: number;
  /** As many files are asked for in turns; without it always the same page. */
  readonly files?: number;
}

export async function wrk(url: string, { connections, seconds, files }: WebLoad): Promise<Figure> {
  const words = ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', URLS_SCRIPT, url, '--'];
  const text = await run('wrk', ...words, ...(files === undefined ? [] : [`${files}`]));
  const report = JSON.parse(text.trim().split('\n').at(-1) ?? '') as WrkReport;
  const { requests, seconds: took, p99Us, worstUs, failed } = report;
  if (requests === 0) return { value: 0, remark: `no answer within ${seconds} s` };
  return {
    value: requests / took,
    p99Us,
    worstUs,
    ...(failed > 0 && { remark: `${failed} requests failed` }),
  };
}
