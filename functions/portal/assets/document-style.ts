// The look of official documents, the same for every tenant; loaded with the first document.
import { articleStyles } from '@layan/rendering/standard/document/styles';
import { type Asset, named } from './tenant-assets.ts';

export const documentStyle: Asset = named('naskah', 'css', 'text/css; charset=utf-8', articleStyles);
