// Reads a cloud assembly as the CDK writes it: which stacks, in which order, with which assets.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';

const Artifact = z.object({
  type: z.string(),
  dependencies: z.array(z.string()).default([]),
  properties: z.record(z.string(), z.unknown()).default({}),
});
const Manifest = z.object({ artifacts: z.record(z.string(), Artifact) });
const StackProperties = z.object({
  templateFile: z.string(),
  stackName: z.string().optional(),
  tags: z.record(z.string(), z.string()).default({}),
});
const AssetFile = z.object({ file: z.string() });
const AssetManifest = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string(), packaging: z.enum(['zip', 'file']) }),
      destinations: z.record(z.string(), z.object({ bucketName: z.string(), objectKey: z.string() })),
    }),
  ),
});

export interface AssemblyStack {
  readonly name: string;
  readonly template: string;
  readonly tags: Readonly<Record<string, string>>;
}

export interface Asset {
  readonly bucket: string;
  readonly key: string;
  readonly path: string;
  readonly isFolder: boolean;
}

export interface Assembly {
  /** Each after those it depends on. */
  readonly stacks: readonly AssemblyStack[];
  readonly assets: readonly Asset[];
}

export function readAssembly(folder: string): Assembly {
  const { artifacts } = Manifest.parse(json(folder, 'manifest.json'));
  const stacks: AssemblyStack[] = [];
  const assets: Asset[] = [];
  const visited = new Set<string>();
  const visit = (id: string) => {
    const artifact = artifacts[id];
    if (!artifact || visited.has(id)) return;
    visited.add(id);
    artifact.dependencies.forEach(visit);
    if (artifact.type === 'cdk:cloud-assembly')
      throw new Error(`Nested assemblies are not run locally (${id}).`);
    if (artifact.type === 'aws:cloudformation:stack') {
      const { templateFile, stackName, tags } = StackProperties.parse(artifact.properties);
      stacks.push({
        name: stackName ?? id,
        template: readFileSync(join(folder, templateFile), 'utf8'),
        tags,
      });
    }
    if (artifact.type === 'cdk:asset-manifest')
      assets.push(...assetsOf(folder, AssetFile.parse(artifact.properties).file));
  };
  Object.keys(artifacts).forEach(visit);
  return { stacks, assets };
}

function assetsOf(folder: string, file: string): Asset[] {
  const { files } = AssetManifest.parse(json(folder, file));
  return Object.values(files).flatMap(({ source, destinations }) =>
    Object.values(destinations).map(({ bucketName, objectKey }) => ({
      bucket: bucketName,
      key: objectKey,
      path: resolve(folder, source.path),
      isFolder: source.packaging === 'zip',
    })),
  );
}

function json(folder: string, file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}
