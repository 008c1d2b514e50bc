import type { Caller, LostPrivileges } from '../src/core/operation.js';

const ROOT_UID = 0;

/** Of a request that says whether set-id bits go (FUSE_HANDLE_KILLPRIV_V2). */
export const lostPrivileges = (killsSetIds: boolean): LostPrivileges =>
  killsSetIds ? 'all' : 'capabilities';

/** Of a request that does not say it: root is taken for who has CAP_FSETID. */
export const lostPrivilegesBy = ({ uid }: Caller): LostPrivileges => lostPrivileges(uid !== ROOT_UID);
