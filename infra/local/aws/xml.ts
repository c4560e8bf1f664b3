// Writes the XML of AWS's query and REST protocols.
export type Xml = string | number | boolean | undefined | readonly XmlElement[];
export type XmlElement = readonly [name: string, content: Xml];

export function xml(name: string, content: Xml, namespace?: string): string {
  const open = namespace ? `<${name} xmlns="${namespace}">` : `<${name}>`;
  const inner = Array.isArray(content)
    ? content
        .filter(([, value]) => value !== undefined)
        .map(([child, value]) => xml(child, value))
        .join('')
    : escapeXml(String(content));
  return `${open}${inner}</${name}>`;
}

const escapeXml = (text: string) => text.replace(/[&<>"\r]/g, (c) => `&#${c.charCodeAt(0)};`);
