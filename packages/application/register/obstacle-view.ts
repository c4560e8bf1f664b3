// Why a row was not taken over, in words, with the card that stands in the way.
import type { AgencyId } from '@layan/domain/kernel/ids';
import { rowProblemWords } from '@layan/domain/register/read-row';
import type { ImportObstacle } from '../ports/imports.ts';
import type { ProductStore } from '../ports/products.ts';
import type { HeldCard, ObstacleView } from './import-view.ts';

/** Cards of other agencies are not named. */
const heldCard = async (
  products: Pick<ProductStore, 'find'>,
  agency: AgencyId,
  id: string,
): Promise<HeldCard | undefined> => {
  const held = await products.find(id);
  return held?.agency === agency
    ? { id, label: held.label, number: held.number, state: held.state }
    : undefined;
};

export const obstacleView = async (
  products: Pick<ProductStore, 'find'>,
  agency: AgencyId,
  obstacle: ImportObstacle,
): Promise<ObstacleView> => {
  if (obstacle.kind === 'invalid')
    return { kind: 'invalid', problems: obstacle.problems.map(rowProblemWords) };
  const held = await heldCard(products, agency, obstacle.heldBy);
  const card = held ? `${held.label} nomor ${held.number}` : 'kartu lain';
  const problem =
    obstacle.kind === 'duplicate'
      ? `Keluarga ini sudah memegang ${card} yang masih berlaku.`
      : 'Nomor ini sudah dipakai kartu pemegang lain.';
  return { kind: obstacle.kind, problems: [problem], ...(held && { held }) };
};
