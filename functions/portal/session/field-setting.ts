// What the fields of a page need of the tenant this request is for.
import type { PortalContext } from '../env.ts';
import type { FieldSetting } from '../present/field.ts';

export const fieldSetting = (c: PortalContext, showProblems: boolean): FieldSetting => ({
  regions: c.get('ports').findRegions(c.get('tenant').region),
  showProblems,
});
