// CloudFormation's query protocol in front of the formation engine: who may touch which stack, which template is
// meant, and whether the stack's role may be handed over.
import { ACCOUNT, REGION } from '../cloud.ts';
import type { Authorizer } from './authorize.ts';
import { AwsError } from './aws-error.ts';
import type {
  BucketManagement,
  Formation,
  SessionPrincipal,
  StackDescription,
  StackEvent,
  StackRequest,
} from './contract.ts';
import { members, type QueryService } from './query-service.ts';
import { prefixed } from './request-context.ts';
import { unsupported } from './service-call.ts';
import { templateLocation } from './template-url.ts';
import type { XmlElement } from './xml.ts';

const KNOWN =
  /^(Action|Version|StackName|TemplateURL|TemplateBody|UsePreviousTemplate|RoleARN|ClientRequestToken|OnFailure|DisableRollback|(Parameters|Tags|Capabilities)\.member\..*)$/;
const SERVICE = 'cloudformation.amazonaws.com';
const invalid = (message: string) => new AwsError('ValidationError', message);

export function createCloudFormation(options: {
  readonly access: Authorizer;
  readonly buckets: BucketManagement;
  readonly formation: () => Formation;
}): QueryService {
  const { access, buckets, formation } = options;

  /** The ARN decided on is that of the stack; one that does not exist yet has an id nobody knows. */
  const arnOf = async (stack: string) => {
    if (stack.startsWith('arn:')) return stack;
    const [known] = await formation().describeStacks(stack);
    return (
      known?.stackId ??
      `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${stack}/00000000-0000-0000-0000-000000000000`
    );
  };
  const readTemplate = async (form: URLSearchParams, caller: SessionPrincipal): Promise<unknown> => {
    if (form.get('UsePreviousTemplate') === 'true') return undefined;
    const url = form.get('TemplateURL');
    const text = url === null ? form.get('TemplateBody') : await fetchTemplate(url, caller);
    if (text === null) throw invalid('Either Template URL or Template Body must be specified.');
    try {
      return JSON.parse(text);
    } catch {
      throw invalid('Template format error: the local host reads templates in JSON.');
    }
  };
  const fetchTemplate = async (url: string, caller: SessionPrincipal): Promise<string> => {
    const { bucket, key } = templateLocation(url);
    await access.require(caller, 's3:GetObject', `arn:aws:s3:::${bucket}/${key}`);
    const text = await buckets.readText(bucket, key);
    if (text === undefined) throw invalid(`S3 error: there is no template at ${url}.`);
    return text;
  };
  const checkRole = async (caller: SessionPrincipal, roleArn: string) => {
    await access.require(caller, 'iam:PassRole', roleArn, { 'iam:PassedToService': SERVICE });
    const trusted = await access.decide({ kind: 'service', name: SERVICE }, 'sts:AssumeRole', roleArn);
    if (!trusted.allowed)
      throw invalid(`Role ${roleArn} is invalid or cannot be assumed. ${trusted.message}`);
  };
  const requestOf = async (form: URLSearchParams, caller: SessionPrincipal, action: string) => {
    for (const name of form.keys())
      if (!KNOWN.test(name)) throw unsupported('CloudFormation', `${action} with ${name}`);
    const name = form.get('StackName') ?? '';
    if (!/^[a-zA-Z][a-zA-Z0-9-]{0,127}$/.test(name) && !name.startsWith('arn:'))
      throw invalid('The stack name must be letters, digits and hyphens, beginning with a letter.');
    if ((form.get('OnFailure') ?? 'DO_NOTHING') !== 'DO_NOTHING')
      throw unsupported('CloudFormation', `${action} with OnFailure ${form.get('OnFailure')}`);
    const keepsFailures = form.has('OnFailure') || form.get('DisableRollback') === 'true';
    const roleArn = form.get('RoleARN') ?? undefined;
    const token = form.get('ClientRequestToken') ?? undefined;
    const tags = Object.fromEntries(members(form, 'Tags').map(({ Key = '', Value = '' }) => [Key, Value]));
    const tagged = Object.keys(tags).length > 0;
    await access.require(caller, `cloudformation:${action}`, await arnOf(name), {
      ...(roleArn === undefined ? {} : { 'cloudformation:RoleArn': roleArn }),
      ...(form.has('TemplateURL') ? { 'cloudformation:TemplateUrl': form.get('TemplateURL') ?? '' } : {}),
      ...prefixed('aws:RequestTag/', tags),
      ...(tagged ? { 'aws:TagKeys': Object.keys(tags) } : {}),
    });
    if (roleArn !== undefined) await checkRole(caller, roleArn);
    const parameters = members(form, 'Parameters');
    const kept = parameters.filter((parameter) => parameter.UsePreviousValue === 'true');
    const template = await readTemplate(form, caller);
    const request: StackRequest = {
      name: name.startsWith('arn:') ? (name.split('/')[1] ?? '') : name,
      ...(template === undefined ? {} : { template }),
      parameters: Object.fromEntries(
        parameters
          .filter((parameter) => !kept.includes(parameter))
          .map(({ ParameterKey = '', ParameterValue = '' }) => [ParameterKey, ParameterValue]),
      ),
      keptParameters: kept.map(({ ParameterKey = '' }) => ParameterKey),
      tags,
      caller,
      ...(roleArn === undefined ? {} : { roleArn }),
      ...(token === undefined ? {} : { clientRequestToken: token }),
      ...(keepsFailures ? { keepsFailures } : {}),
    };
    return request;
  };

  return {
    namespace: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
    operations: {
      CreateStack: async (form, caller) => {
        const { stackId } = await formation().createStack(await requestOf(form, caller, 'CreateStack'));
        return [['StackId', stackId]];
      },
      UpdateStack: async (form, caller) => {
        const { stackId } = await formation().updateStack(await requestOf(form, caller, 'UpdateStack'));
        return [['StackId', stackId]];
      },
      DeleteStack: async (form, caller) => {
        for (const name of form.keys())
          if (!KNOWN.test(name)) throw unsupported('CloudFormation', `DeleteStack with ${name}`);
        const stack = form.get('StackName') ?? '';
        const roleArn = form.get('RoleARN') ?? undefined;
        await access.require(caller, 'cloudformation:DeleteStack', await arnOf(stack));
        if (roleArn !== undefined) await checkRole(caller, roleArn);
        await formation().deleteStack({ stack, ...(roleArn === undefined ? {} : { roleArn }) });
        return [];
      },
      DescribeStacks: async (form, caller) => {
        const stack = form.get('StackName') ?? undefined;
        const resource = stack === undefined ? '*' : await arnOf(stack);
        await access.require(caller, 'cloudformation:DescribeStacks', resource);
        const stacks = await formation().describeStacks(stack);
        if (stack !== undefined && stacks.length === 0)
          throw invalid(`Stack with id ${stack} does not exist`);
        return [['Stacks', stacks.map((one): XmlElement => ['member', presentStack(one)])]];
      },
      DescribeStackEvents: async (form, caller) => {
        const stack = form.get('StackName') ?? '';
        await access.require(caller, 'cloudformation:DescribeStackEvents', await arnOf(stack));
        const events = await formation().describeStackEvents(stack);
        if (events.length === 0) throw invalid(`Stack [${stack}] does not exist`);
        return [['StackEvents', events.map((one): XmlElement => ['member', presentEvent(one)])]];
      },
    },
  };
}

const pairs = (values: Readonly<Record<string, string>>, key: string, value: string): XmlElement[] =>
  Object.entries(values).map(([name, content]) => [
    'member',
    [
      [key, name],
      [value, content],
    ],
  ]);

function presentStack(stack: StackDescription): XmlElement[] {
  return [
    ['StackId', stack.stackId],
    ['StackName', stack.name],
    ['StackStatus', stack.status],
    ['StackStatusReason', stack.statusReason],
    ['CreationTime', stack.creationTime.toISOString()],
    ['LastUpdatedTime', stack.lastUpdatedTime?.toISOString()],
    ['RoleARN', stack.roleArn],
    ['Parameters', pairs(stack.parameters, 'ParameterKey', 'ParameterValue')],
    ['Tags', pairs(stack.tags, 'Key', 'Value')],
    [
      'Outputs',
      stack.outputs.map(
        ({ key, value, exportName }): XmlElement => [
          'member',
          [
            ['OutputKey', key],
            ['OutputValue', value],
            ['ExportName', exportName],
          ],
        ],
      ),
    ],
  ];
}

function presentEvent(event: StackEvent): XmlElement[] {
  return [
    ['EventId', event.eventId],
    ['StackId', event.stackId],
    ['StackName', event.stackName],
    ['LogicalResourceId', event.logicalId],
    ['PhysicalResourceId', event.physicalId],
    ['ResourceType', event.type],
    ['ResourceStatus', event.status],
    ['ResourceStatusReason', event.reason],
    ['Timestamp', event.timestamp.toISOString()],
  ];
}
