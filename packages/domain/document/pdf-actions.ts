// Whether a PDF does something that nobody clicked: on opening a page, leaving it, entering a field.
// Source: ISO 32000-2, 12.6.3.

const ADDITIONAL = /\/AA(?!\w)/g;
const BLANKS = /[\s\0]*/y;
/**
 * A dictionary that is not empty, or where one is. Who looks piece by piece may not see what stands behind many blanks or a
 * long number, and nobody writes such.
 */
const HELD =
  /<<(?![\s\0]*>>)|\d{11}|\d+(?:[\s\0]*%|[\s\0]{64})|\d+[\s\0]+(?:\d{11}|\d+(?:[\s\0]*%|[\s\0]{64}|[\s\0]+R))/y;
const LINE_END = /[\r\n]/g;
/** Nobody writes so many between a name and what it names; they would only be there to hide it. */
const MOST_COMMENTS = 20;
const MOST_BLANKS = 64;
const MOST_BETWEEN = 256;

const matchEnd = (pattern: RegExp, text: string, at: number): number | undefined => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
};

export const actsUnasked = (spelled: string): boolean => {
  let comments = 0;
  for (const { index } of spelled.matchAll(ADDITIONAL)) {
    let at = index + '/AA'.length;
    for (;;) {
      const behind = matchEnd(BLANKS, spelled, at) ?? at;
      if (behind - at >= MOST_BLANKS) return true;
      at = behind;
      if (spelled[at] !== '%') break;
      comments += 1;
      const end = matchEnd(LINE_END, spelled, at);
      if (end === undefined || comments > MOST_COMMENTS) return true;
      at = end;
    }
    if (at - index > MOST_BETWEEN || matchEnd(HELD, spelled, at) !== undefined) return true;
  }
  return false;
};
