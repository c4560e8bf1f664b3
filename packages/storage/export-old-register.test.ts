// What an agency brought from its old register is opened when it leaves: cards, and rows that wait for somebody or were left out.
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { oldCard, takeOver } from '@layan/testing/scenes/old-register';
import { ultpkScene } from '@layan/testing/scenes/ultpk-scene';
import { storesOnDynamo } from '@layan/testing/stores-on-dynamo';
import { afterAll, expect, it } from 'vitest';
import { openerOf } from './export-opener.ts';
import { importRowsPartition, importsPartition } from './keys.ts';

const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);

it('opens the rows of an import under the key of the import', async () => {
  const clock = fixedClock();
  const { table, stores } = await storesOnDynamo(dynamo, clock);
  const { ports, staff } = await ultpkScene({ stores, clock });
  const { record } = await takeOver({ ports, staff }, [oldCard(1, { issued: 'entah' }), oldCard(2)]);
  const opener = openerOf(table, ports.vault);
  const rows = async (partition: string) => {
    const items = await table.query({ partition });
    return Promise.all(items.map(async (item) => JSON.parse(await opener.line(item)).body));
  };
  const [row] = await rows(importRowsPartition(record.id));
  expect(JSON.parse(row.cells.opened)).toEqual(oldCard(1, { issued: 'entah' }));
  expect(await rows(importsPartition(staff.manager.agency))).toMatchObject([
    { fileName: { opened: 'buku-kartu.xlsx' } },
  ]);
  expect(opener.sealed()).toBe(0);
});
