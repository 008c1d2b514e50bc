/** Reads what `/metrics` answers. */

/** What stands behind a series; 0 when it is not there. */
export const valueOf = (page: string, series: string): number =>
  Number(
    page
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.split(' ')
      .at(-1) ?? 0,
  );
