// Unguessable ids: 130 random bits as 26 lower-case characters.
import { randomCharacters } from '@layan/domain/kernel/crockford';
import { CaseId, DocumentId } from '@layan/domain/kernel/ids';
import type { Random } from '../ports/surroundings.ts';

export const randomId = (random: Random): string =>
  randomCharacters(26, (count) => random.bytes(count)).toLowerCase();

export const newCaseId = (random: Random): CaseId => CaseId.parse(randomId(random));

export const newDocumentId = (random: Random): DocumentId => DocumentId.parse(randomId(random));
