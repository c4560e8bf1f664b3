// AWS's query protocol: a form in, XML out. STS and CloudFormation speak it.
import type { SessionPrincipal } from './contract.ts';
import type { XmlElement } from './xml.ts';

type QueryOperation = (
  form: URLSearchParams,
  caller: SessionPrincipal,
) => readonly XmlElement[] | Promise<readonly XmlElement[]>;

export interface QueryService {
  readonly namespace: string;
  readonly operations: Readonly<Record<string, QueryOperation>>;
}

/** A list of structures as the protocol spells it: `Tags.member.1.Key=a&Tags.member.1.Value=b`. */
export function members(form: URLSearchParams, list: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  for (const [name, value] of form) {
    const [, index, field] = new RegExp(`^${list}\\.member\\.(\\d+)(?:\\.(\\w+))?$`).exec(name) ?? [];
    if (index === undefined) continue;
    const at = Number(index) - 1;
    found[at] = { ...found[at], [field ?? '']: value };
  }
  return found.filter((member) => member !== undefined);
}
