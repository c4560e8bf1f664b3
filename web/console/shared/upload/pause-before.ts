// When to ask again about a file that is being checked: soon at first, for most are checked within a second; then patiently.
const PAUSES = [300, 400, 600, 900, 1_200];
const LATER = 1_500;

/** In milliseconds, by how often it was asked already. */
export const pauseBefore = (asked: number): number => PAUSES[asked] ?? LATER;
