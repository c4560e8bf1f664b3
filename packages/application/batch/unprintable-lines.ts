// Cases whose columns no face of ours can print: found before they are gathered, since an annex is drawn for all or for none.
import type { CaseId } from '@layan/domain/kernel/ids';
import { printableLetters } from '@layan/domain/letter/printable-letters';
import { printedOfLines } from '@layan/domain/letter/printed-lines';
import type { Process } from '@layan/domain/standard/process';
import { type LinePorts, openCells, type PlaceName, portions } from '../letter/letter-lines.ts';

export interface UnprintableLines {
  readonly tickets: readonly string[];
  readonly characters: readonly string[];
}

/** Undefined where each can be printed. One get for each case, none where the batch prints no columns. */
export async function unprintableLines(
  ports: LinePorts,
  { products, lines }: Pick<Process, 'products' | 'lines'>,
  cases: readonly { readonly caseId: CaseId; readonly ticket: string }[],
  placeName: PlaceName,
): Promise<UnprintableLines | undefined> {
  const printed = printedOfLines({ products });
  const columns = (lines?.columns ?? []).map(({ fact }) => fact).filter((fact) => printed.has(fact));
  if (columns.length === 0) return undefined;
  const found: { readonly ticket: string; readonly characters: readonly string[] }[] = [];
  for (const portion of portions(cases))
    found.push(
      ...(await Promise.all(
        portion.map(async ({ caseId, ticket }) => {
          const record = await ports.cases.find(caseId);
          const cells = record ? await openCells(ports, record, columns, placeName) : {};
          const texts = Object.values(cells);
          return { ticket, characters: texts.flatMap((text) => printableLetters(text).unprintable) };
        }),
      )),
    );
  const foreign = found.filter(({ characters }) => characters.length > 0);
  if (foreign.length === 0) return undefined;
  return {
    tickets: foreign.map(({ ticket }) => ticket),
    characters: [...new Set(foreign.flatMap(({ characters }) => characters))],
  };
}
