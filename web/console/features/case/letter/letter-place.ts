// Where a letter stands beside the form that is about it: in the column of the scans on a wide screen, within the form on a
// narrow one.
import { createContext } from 'react';

export const LetterPlace = createContext<HTMLElement | null>(null);

/** As wide as the columns of a case stand side by side. */
export const WIDE = '(min-width: 70.0625rem)';
