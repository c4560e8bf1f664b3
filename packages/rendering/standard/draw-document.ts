// Each kind of document a standard can be had as, with the type of its file.
import { exportStandard } from '@layan/domain/standard/export-standard';
import type { Standard } from '@layan/domain/standard/standard';
import type { DocumentOptions } from './document/options.ts';
import { flowchartInWords } from './flowchart-in-words.ts';
import { renderFlowchart } from './render-flowchart.ts';
import { renderHtml } from './render-html.ts';
import { renderSippn } from './render-sippn.ts';

export interface DrawnDocument {
  readonly extension: string;
  readonly type: 'text/html' | 'image/svg+xml' | 'application/json';
  readonly content: string;
  readonly words?: string[];
}

export const drawDocument = (
  standard: Standard,
  kind: 'official' | 'sippn' | 'flowchart' | 'json',
  options: DocumentOptions = {},
): DrawnDocument => {
  switch (kind) {
    case 'official':
      return { extension: 'html', type: 'text/html', content: renderHtml(standard, options) };
    case 'sippn':
      return { extension: 'sippn.html', type: 'text/html', content: renderSippn(standard, options) };
    case 'flowchart':
      return {
        extension: 'svg',
        type: 'image/svg+xml',
        content: renderFlowchart(standard),
        words: [...flowchartInWords(standard)],
      };
    case 'json':
      return { extension: 'json', type: 'application/json', content: exportStandard(standard) };
  }
};
