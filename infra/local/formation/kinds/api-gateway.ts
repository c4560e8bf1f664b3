// REST APIs. A stage serves the methods as they stand: deployments are taken to be up to date.
import * as z from 'zod';
import { REGION, type RestApi } from '../../cloud.ts';
import { type Here, kind, number } from '../kind.ts';

export const restApi = kind({
  type: 'AWS::ApiGateway::RestApi',
  properties: z.strictObject({ Name: z.string(), BinaryMediaTypes: z.array(z.string()).default([]) }),
  ignored: [
    'ApiKeySourceType',
    'Description',
    'DisableExecuteApiEndpoint',
    'EndpointConfiguration',
    'MinimumCompressionSize',
    'Policy',
    'SecurityPolicy',
    'Tags',
  ],
  put({ Name, BinaryMediaTypes }, here) {
    const id = here.digits(10);
    const rootId = `${id}root`;
    const known = here.cloud.apis.get(id);
    here.cloud.apis.set(id, {
      id,
      rootId,
      name: Name,
      binaryMediaTypes: BinaryMediaTypes,
      resources: known?.resources ?? new Map(),
      methods: known?.methods ?? new Map(),
      stages: known?.stages ?? new Map(),
      answers: known?.answers ?? new Map(),
    });
    return { physicalId: id, attributes: { RestApiId: id, RootResourceId: rootId } };
  },
  remove: (made, here) => void here.cloud.apis.delete(made.physicalId),
});

export const resource = kind({
  type: 'AWS::ApiGateway::Resource',
  properties: z.strictObject({ RestApiId: z.string(), ParentId: z.string(), PathPart: z.string() }),
  fixed: ['RestApiId', 'ParentId', 'PathPart'],
  put({ RestApiId, ParentId, PathPart }, here) {
    const id = here.digits(6);
    apiOf(RestApiId, here).resources.set(id, { parentId: ParentId, pathPart: PathPart });
    return { physicalId: id, attributes: { ResourceId: id } };
  },
  remove: (made, here) => forEachApi(here, (api) => api.resources.delete(made.physicalId)),
});

export const method = kind({
  type: 'AWS::ApiGateway::Method',
  properties: z.strictObject({
    RestApiId: z.string(),
    ResourceId: z.string(),
    HttpMethod: z.string(),
    AuthorizationType: z.literal('NONE').default('NONE'),
    Integration: z.looseObject({ Type: z.literal('AWS_PROXY'), Uri: z.string() }),
  }),
  ignored: [
    'ApiKeyRequired',
    'MethodResponses',
    'OperationName',
    'RequestModels',
    'RequestParameters',
    'RequestValidatorId',
  ],
  put(properties, here) {
    const id = `${properties.ResourceId} ${properties.HttpMethod}`;
    const functionArn = /\/functions\/(.+)\/invocations$/.exec(properties.Integration.Uri)?.[1];
    if (!functionArn)
      throw new Error(`Only functions stand behind a route here, not ${properties.Integration.Uri}.`);
    apiOf(properties.RestApiId, here).methods.set(id, {
      resourceId: properties.ResourceId,
      verb: properties.HttpMethod,
      functionArn,
    });
    return { physicalId: id, attributes: {} };
  },
  remove: (made, here) => forEachApi(here, (api) => api.methods.delete(made.physicalId)),
});

export const deployment = kind({
  type: 'AWS::ApiGateway::Deployment',
  properties: z.strictObject({ RestApiId: z.string() }),
  ignored: ['Description'],
  put: (_properties, here) => ({ physicalId: here.digits(6), attributes: { DeploymentId: here.digits(6) } }),
});

const MethodSetting = z.looseObject({
  HttpMethod: z.string().default('*'),
  ResourcePath: z.string().default('/*'),
  ThrottlingRateLimit: number.optional(),
  ThrottlingBurstLimit: number.optional(),
});

export const stage = kind({
  type: 'AWS::ApiGateway::Stage',
  properties: z.strictObject({
    RestApiId: z.string(),
    DeploymentId: z.string(),
    StageName: z.string(),
    MethodSettings: z.array(MethodSetting).default([]),
  }),
  ignored: ['AccessLogSetting', 'Description', 'Tags', 'TracingEnabled'],
  fixed: ['RestApiId', 'StageName'],
  put(properties, here) {
    apiOf(properties.RestApiId, here).stages.set(properties.StageName, {
      name: properties.StageName,
      limits: properties.MethodSettings.flatMap((setting) =>
        setting.ThrottlingRateLimit === undefined
          ? []
          : {
              verb: setting.HttpMethod,
              // Written with every slash as ~1 behind a slash of its own: /~1staff.
              resourcePath:
                setting.ResourcePath === '/*' ? '/*' : setting.ResourcePath.slice(1).replaceAll('~1', '/'),
              rate: setting.ThrottlingRateLimit,
              burst: setting.ThrottlingBurstLimit ?? setting.ThrottlingRateLimit,
            },
      ),
    });
    return { physicalId: properties.StageName, attributes: {} };
  },
});

export const gatewayResponse = kind({
  type: 'AWS::ApiGateway::GatewayResponse',
  properties: z.strictObject({
    RestApiId: z.string(),
    ResponseType: z.string(),
    StatusCode: number.optional(),
    ResponseParameters: z.record(z.string(), z.string()).default({}),
    ResponseTemplates: z.strictObject({ 'application/json': z.string().optional() }).default({}),
  }),
  fixed: ['RestApiId', 'ResponseType'],
  put(properties, here) {
    const template = properties.ResponseTemplates['application/json'];
    const headers = Object.entries(properties.ResponseParameters).map(([place, value]) => {
      const name = /^gatewayresponse\.header\.(.+)$/.exec(place)?.[1];
      const text = /^'(.*)'$/.exec(value)?.[1];
      if (name === undefined || text === undefined) throw new Error(`${place}: ${value} is not run locally.`);
      return [name.toLowerCase(), text];
    });
    apiOf(properties.RestApiId, here).answers.set(properties.ResponseType, {
      ...(properties.StatusCode && { status: properties.StatusCode }),
      headers: Object.fromEntries(headers),
      ...(template && { template }),
    });
    return { physicalId: properties.ResponseType, attributes: { Id: properties.ResponseType } };
  },
  remove: (made, here) => forEachApi(here, (api) => api.answers.delete(made.physicalId)),
});

function apiOf(id: string, here: Here): RestApi {
  const api = here.cloud.apis.get(id);
  if (!api) throw new Error(`The REST API ${id} in ${REGION} does not exist.`);
  return api;
}

function forEachApi(here: Here, act: (api: RestApi) => void): void {
  for (const api of here.cloud.apis.values()) act(api);
}
