// The workflow net: places hold tokens, steps move them. The net is safe: a place is marked once or not at all.

/** Marked places, sorted. */
export type Marking = readonly string[];

export const toMarking = (places: Iterable<string>): Marking => [...new Set(places)].sort();

/** Whether all these places are marked. */
export const isMarked = (marking: Marking, places: readonly string[]): boolean =>
  places.every((place) => marking.includes(place));

/** Whether these places are marked and nothing else is. */
export const isExactly = (marking: Marking, places: readonly string[]): boolean =>
  isMarked(marking, places) && marking.every((place) => places.includes(place));

/** Takes the tokens of `take` away and marks `put`. */
export const move = (marking: Marking, take: readonly string[], put: readonly string[]): string[] => {
  const marked = marking.filter((place) => !take.includes(place));
  for (const place of put) if (!marked.includes(place)) marked.push(place);
  return marked.sort();
};

/** Places that the move would mark twice; none in a safe net. */
export const doublyMarked = (
  marking: Marking,
  take: readonly string[],
  put: readonly string[],
): readonly string[] =>
  put.filter((place, at) => put.indexOf(place) !== at || (marking.includes(place) && !take.includes(place)));
