import { aStandard } from '@layan/domain/testing/a-standard';
import { chance } from '@layan/domain/testing/chance';
import { randomProcess } from '@layan/domain/testing/random-process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aTangledStandard } from '../../fixtures/a-tangled-standard.ts';
import { flowOf } from './flow.ts';
import { type Layout, layoutOf, sizes } from './layout.ts';
import { textWidth } from './wrap-text.ts';

const randomLayout = fc
  .tuple(fc.nat(), fc.boolean())
  .map(([seed, tangled]) =>
    layoutOf(flowOf(tangled ? aTangledStandard(chance(seed)) : aStandard(randomProcess(chance(seed))))),
  );

const everywhere = (check: (layout: Layout) => void): void =>
  fc.assert(fc.property(randomLayout, check), { numRuns: 150 });

describe('the layout of any flowchart', () => {
  it('gives each row a height of its own, with room for its symbol and its words', () =>
    everywhere(({ rows }) => {
      for (const [at, row] of rows.entries()) {
        expect(row.top).toBe(rows[at - 1]?.bottom ?? 0);
        expect(row.symbolTop).toBeGreaterThan(row.top);
        expect(row.symbolBottom).toBeLessThan(row.bottom);
        const words = row.title.length * sizes.line + row.notes.length * sizes.smallLine;
        expect(row.top + sizes.gap + words).toBeLessThanOrEqual(row.bottom);
        const lastWay = row.ways.at(-1);
        if (lastWay)
          expect(lastWay.y + (lastWay.lines.length - 1) * sizes.line + 4).toBeLessThanOrEqual(row.bottom);
      }
    }));

  it('gives each way out a height of its own, at the edge of its symbol', () =>
    everywhere(({ rows }) => {
      for (const { ways, symbolTop, symbolBottom } of rows) {
        for (const [at, { y }] of ways.entries()) {
          expect(y - (ways[at - 1]?.y ?? y - 99)).toBeGreaterThan(10);
          expect(y).toBeGreaterThan(symbolTop);
          expect(y).toBeLessThan(symbolBottom);
        }
      }
    }));

  it('keeps words inside their columns', () =>
    everywhere(({ rows, columns }) => {
      for (const { title, ways } of rows) {
        for (const line of title)
          expect(textWidth(line, sizes.text)).toBeLessThanOrEqual(columns.title.width);
        for (const { lines } of ways) {
          for (const line of lines)
            expect(textWidth(line, sizes.text) + sizes.hang).toBeLessThanOrEqual(columns.ways.width);
        }
      }
    }));

  it('keeps lines beside each other apart, between the lanes, away from every symbol', () =>
    everywhere(({ trunks, lanes, columns }) => {
      for (const trunk of trunks) {
        for (const { x } of lanes) {
          expect(Math.abs(trunk.x - x)).toBeGreaterThanOrEqual(sizes.symbol / 2 + 2);
        }
        expect(trunk.x).toBeGreaterThan(columns.title.x + columns.title.width);
        expect(trunk.x).toBeLessThan(columns.endings - sizes.pill / 2);
        for (const other of trunks) {
          if (other === trunk || other.bottom < trunk.top || trunk.bottom < other.top) continue;
          expect(Math.abs(trunk.x - other.x)).toBeGreaterThanOrEqual(4);
        }
      }
    }));

  it('stands lanes side by side, from the words on the left to those on the right', () =>
    everywhere(({ lanes, columns, width }) => {
      let edge = columns.title.x + columns.title.width;
      for (const lane of lanes) {
        expect(lane.left).toBeGreaterThanOrEqual(edge);
        edge = lane.left + lane.width;
        for (const line of lane.heading) expect(textWidth(line, sizes.small)).toBeLessThanOrEqual(lane.width);
      }
      expect(columns.endings).toBeGreaterThan(edge);
      expect(columns.ways.x).toBeGreaterThan(columns.endings + sizes.pill / 2);
      expect(width).toBeGreaterThanOrEqual(columns.ways.x + columns.ways.width);
    }));
});
