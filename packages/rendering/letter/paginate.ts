// Atoms onto pages: what sticks together goes to the next page together, as long as one page can hold it.
import { type Atom, type LetterPiece, moved } from './atom.ts';

export interface Room {
  readonly top: number;
  /** Lowest place on which anything may stand. */
  readonly bottom: number;
  /** Share of the spaces between atoms that is kept. */
  readonly spacing: number;
}

export type Page = readonly LetterPiece[];

/** Atoms that stay together: up to the first that sticks to nothing. */
function groupsOf(atoms: readonly Atom[]): readonly (readonly Atom[])[] {
  const groups: Atom[][] = [];
  let open = false;
  for (const atom of atoms) {
    const last = groups.at(-1);
    if (open && last && !atom.newPage) last.push(atom);
    else groups.push([atom]);
    open = atom.stick === true;
  }
  return groups;
}

export function paginate(atoms: readonly Atom[], { top, bottom, spacing }: Room): readonly Page[] {
  const above = ({ before = 0 }: Atom): number => before * spacing;
  const pages: LetterPiece[][] = [[]];
  let y = top;
  const fits = (height: number) => y + height <= bottom + 1e-6;
  const turn = () => {
    pages.push([]);
    y = top;
  };
  const put = (atom: Atom) => {
    pages.at(-1)?.push(...atom.pieces.map((piece) => moved(piece, y)));
    y += atom.height;
  };
  for (const group of groupsOf(atoms)) {
    const whole = group.reduce((sum, atom) => sum + above(atom) + atom.height, 0);
    if ((group[0]?.newPage && y > top) || (!fits(whole) && whole <= bottom - top)) turn();
    for (const atom of group) {
      if (y > top && !fits(above(atom) + atom.height)) turn();
      if (y > top) y += above(atom);
      else if (atom.repeat) put(atom.repeat);
      put(atom);
    }
  }
  return pages;
}
