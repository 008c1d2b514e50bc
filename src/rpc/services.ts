/** The services of proto/hafs/v1 as grpc-js wants them: one entry a method. */
import type { Reader, Writer } from 'protobufjs';
import {
  CALL_LIMITS,
  LINK_LIMITS,
  PATHS_LIMITS,
  refuseOutsized,
  SESSION_LIMITS,
  type RequestLimits,
} from './request-limits.js';
import { wire } from './wire.js';

/** What protobufjs generates for one message. */
interface MessageType<In, Out> {
  encode(message: In): Writer;
  decode(reader: Reader | Uint8Array): Out;
}

type Streams = 'unary' | 'both';

function method<ReqIn, ReqOut, ResIn, ResOut>(
  path: string,
  request: MessageType<ReqIn, ReqOut>,
  response: MessageType<ResIn, ResOut>,
  streams: Streams,
  limits: RequestLimits = CALL_LIMITS,
) {
  return {
    path,
    listLengthMax: limits.listLengthMax,
    requestStream: streams === 'both',
    responseStream: streams === 'both',
    requestSerialize: (value: ReqIn): Buffer => toBuffer(request.encode(value).finish()),
    requestDeserialize: (bytes: Buffer): ReqOut => {
      refuseOutsized(bytes, limits);
      return request.decode(bytes);
    },
    responseSerialize: (value: ResIn): Buffer => toBuffer(response.encode(value).finish()),
    responseDeserialize: (bytes: Buffer): ResOut => response.decode(bytes),
  };
}

const toBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** One method, with the types of what goes in and comes out on either side. */
export type Method<ReqIn, ReqOut, ResIn, ResOut> = ReturnType<typeof method<ReqIn, ReqOut, ResIn, ResOut>>;

const w = wire;

export const POOL_METHODS = {
  Probe: method('/hafs.v1.Pool/Probe', w.ProbeRequest, w.ProbeResponse, 'unary'),
  Detach: method('/hafs.v1.Pool/Detach', w.DetachRequest, w.DetachResponse, 'unary'),
  ListNodes: method('/hafs.v1.Pool/ListNodes', w.ListNodesRequest, w.ListNodesResponse, 'unary'),
  Join: method('/hafs.v1.Pool/Join', w.JoinRequest, w.JoinResponse, 'unary'),
  Identify: method('/hafs.v1.Pool/Identify', w.IdentifyRequest, w.IdentifyResponse, 'unary'),
  Leave: method('/hafs.v1.Pool/Leave', w.LeaveRequest, w.LeaveResponse, 'unary'),
  Events: method('/hafs.v1.Pool/Events', w.EventsRequest, w.EventsResponse, 'unary'),
  NodeEvents: method('/hafs.v1.Pool/NodeEvents', w.NodeEventsRequest, w.NodeEventsResponse, 'unary'),
  SetPoolOption: method('/hafs.v1.Pool/SetPoolOption', w.SetPoolOptionRequest, w.PoolOptions, 'unary'),
  GetPoolOptions: method('/hafs.v1.Pool/GetPoolOptions', w.GetPoolOptionsRequest, w.PoolOptions, 'unary'),
  Drain: method('/hafs.v1.Pool/Drain', w.DrainRequest, w.DrainResponse, 'unary'),
  DrainStatus: method('/hafs.v1.Pool/DrainStatus', w.DrainStatusRequest, w.DrainStatusResponse, 'unary'),
};

export const VOLUME_METHODS = {
  Create: method('/hafs.v1.Volume/Create', w.CreateVolumeRequest, w.VolumeReply, 'unary'),
  Start: method('/hafs.v1.Volume/Start', w.VolumeName, w.VolumeReply, 'unary'),
  Stop: method('/hafs.v1.Volume/Stop', w.VolumeName, w.VolumeReply, 'unary'),
  Delete: method('/hafs.v1.Volume/Delete', w.VolumeName, w.VolumeReply, 'unary'),
  List: method('/hafs.v1.Volume/List', w.ListVolumesRequest, w.ListVolumesResponse, 'unary'),
  SetOption: method('/hafs.v1.Volume/SetOption', w.SetOptionRequest, w.VolumeReply, 'unary'),
  RotateKey: method('/hafs.v1.Volume/RotateKey', w.VolumeName, w.VolumeReply, 'unary'),
  HealStatus: method('/hafs.v1.Volume/HealStatus', w.HealStatusRequest, w.HealStatusResponse, 'unary'),
  Heal: method('/hafs.v1.Volume/Heal', w.HealRequest, w.VolumeReply, 'unary'),
  MoveManager: method('/hafs.v1.Volume/MoveManager', w.MoveManagerRequest, w.VolumeReply, 'unary'),
  Verify: method('/hafs.v1.Volume/Verify', w.VolumeName, w.VerifyResponse, 'unary'),
  Scrub: method('/hafs.v1.Volume/Scrub', w.VolumeName, w.VolumeReply, 'unary'),
  ReplaceBrick: method('/hafs.v1.Volume/ReplaceBrick', w.ReplaceBrickRequest, w.VolumeReply, 'unary'),
  AbortReplacement: method('/hafs.v1.Volume/AbortReplacement', w.VolumeName, w.VolumeReply, 'unary'),
  EndReplacement: method('/hafs.v1.Volume/EndReplacement', w.EndReplacementRequest, w.VolumeReply, 'unary'),
  NoteIsolation: method('/hafs.v1.Volume/NoteIsolation', w.NoteIsolationRequest, w.VolumeReply, 'unary'),
  RestBrick: method('/hafs.v1.Volume/RestBrick', w.RestBrickRequest, w.VolumeReply, 'unary'),
  Clients: method('/hafs.v1.Volume/Clients', w.VolumeName, w.ClientsResponse, 'unary'),
  Evict: method('/hafs.v1.Volume/Evict', w.EvictRequest, w.EvictResponse, 'unary'),
  Profile: method('/hafs.v1.Volume/Profile', w.ProfileRequest, w.ProfileResponse, 'unary'),
  Paths: method('/hafs.v1.Volume/Paths', w.PathsRequest, w.PathsResponse, 'unary', PATHS_LIMITS),
  StateDump: method('/hafs.v1.Volume/StateDump', w.StateDumpRequest, w.StateDumpResponse, 'unary'),
  Availability: method('/hafs.v1.Volume/Availability', w.VolumeName, w.AvailabilityResponse, 'unary'),
};

export const BRICK_METHODS = {
  Prepare: method('/hafs.v1.Brick/Prepare', w.PrepareBrickRequest, w.PrepareBrickResponse, 'unary'),
  Discard: method('/hafs.v1.Brick/Discard', w.DiscardBrickRequest, w.DiscardBrickResponse, 'unary'),
  TryKey: method('/hafs.v1.Brick/TryKey', w.TryKeyRequest, w.TryKeyResponse, 'unary'),
  Status: method('/hafs.v1.Brick/Status', w.BrickStatusRequest, w.BrickStatusResponse, 'unary'),
  Heal: method('/hafs.v1.Brick/Heal', w.HealBrickRequest, w.HealBrickResponse, 'unary'),
  Move: method('/hafs.v1.Brick/Move', w.MoveBrickRequest, w.MoveBrickResponse, 'unary'),
  Verify: method('/hafs.v1.Brick/Verify', w.VerifyBrickRequest, w.VerifyResponse, 'unary'),
  Scrub: method('/hafs.v1.Brick/Scrub', w.ScrubBrickRequest, w.ScrubBrickResponse, 'unary'),
  Clients: method('/hafs.v1.Brick/Clients', w.BrickClientsRequest, w.ClientsResponse, 'unary'),
  Evict: method('/hafs.v1.Brick/Evict', w.EvictClientRequest, w.EvictResponse, 'unary'),
  Profile: method('/hafs.v1.Brick/Profile', w.ProfileBrickRequest, w.BrickProfile, 'unary'),
  Paths: method('/hafs.v1.Brick/Paths', w.BrickPathsRequest, w.PathsResponse, 'unary', PATHS_LIMITS),
  StateDump: method('/hafs.v1.Brick/StateDump', w.StateDumpBrickRequest, w.BrickStateDump, 'unary'),
  Sightings: method('/hafs.v1.Brick/Sightings', w.SightingsRequest, w.SightingsResponse, 'unary'),
};

export const FILE_METHODS = {
  Session: method('/hafs.v1.File/Session', w.FileRequest, w.FileResponse, 'both', SESSION_LIMITS),
  Locate: method('/hafs.v1.File/Locate', w.LocateRequest, w.LocateResponse, 'unary'),
};

export const REPLICA_METHODS = {
  Link: method('/hafs.v1.Replica/Link', w.LinkMessage, w.LinkEnd, 'both', LINK_LIMITS),
};

export const IDENTITY_METHODS = {
  CreateToken: method('/hafs.v1.Identity/CreateToken', w.CreateTokenRequest, w.CreateTokenResponse, 'unary'),
  Enroll: method('/hafs.v1.Identity/Enroll', w.EnrollRequest, w.EnrollResponse, 'unary'),
  Renew: method('/hafs.v1.Identity/Renew', w.RenewRequest, w.RenewResponse, 'unary'),
  CreateClient: method(
    '/hafs.v1.Identity/CreateClient',
    w.CreateClientRequest,
    w.CreateClientResponse,
    'unary',
  ),
  ListClients: method('/hafs.v1.Identity/ListClients', w.ListClientsRequest, w.ListClientsResponse, 'unary'),
  RevokeClient: method(
    '/hafs.v1.Identity/RevokeClient',
    w.RevokeClientRequest,
    w.RevokeClientResponse,
    'unary',
  ),
};
