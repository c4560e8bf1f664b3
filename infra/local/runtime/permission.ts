// Whether a service may invoke a function: some AWS::Lambda::Permission must say so.
import type { Cloud } from '../cloud.ts';

export function mayInvoke(cloud: Cloud, principal: string, functionArn: string, sourceArn: string): boolean {
  return [...cloud.permissions.values()].some(
    (permission) =>
      permission.functionArn === functionArn &&
      permission.principal === principal &&
      ['lambda:InvokeFunction', 'lambda:*'].includes(permission.action) &&
      (permission.sourceArn === undefined || like(permission.sourceArn, sourceArn)),
  );
}

/** As `ArnLike` compares: `*` and `?` stand for characters within one part between colons. */
export function like(pattern: string, arn: string): boolean {
  const parts = split(arn);
  const patterns = split(pattern);
  return (
    patterns.length === parts.length && patterns.every((part, index) => matches(part, parts[index] ?? ''))
  );
}

function split(arn: string): string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}

function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}
