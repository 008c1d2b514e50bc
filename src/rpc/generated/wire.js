/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const hafs = $root.hafs = (() => {

    const hafs = {};

    hafs.v1 = (function() {

        const v1 = {};

        v1.LocateRequest = (function() {

            const LocateRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            LocateRequest.prototype.volume = "";

            LocateRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.volume != null && $Object.hasOwnProperty.call(m, "volume") && m.volume !== "")
                    w.uint32(10).string(m.volume);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            LocateRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.LocateRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.volume = v;
                            else
                                delete m.volume;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            LocateRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.LocateRequest";
            };

            return LocateRequest;
        })();

        v1.LocateResponse = (function() {

            const LocateResponse = function (p) {
                this.addresses = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            LocateResponse.prototype.addresses = $util.emptyArray;
            LocateResponse.prototype.manager = "";
            LocateResponse.prototype.started = false;

            LocateResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.addresses != null && m.addresses.length) {
                    for (var i = 0; i < m.addresses.length; ++i)
                        w.uint32(10).string(m.addresses[i]);
                }
                if (m.manager != null && $Object.hasOwnProperty.call(m, "manager") && m.manager !== "")
                    w.uint32(18).string(m.manager);
                if (m.started != null && $Object.hasOwnProperty.call(m, "started") && m.started !== false)
                    w.uint32(24).bool(m.started);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            LocateResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.LocateResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.addresses && m.addresses.length))
                                m.addresses = [];
                            m.addresses.push(r.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.manager = v;
                            else
                                delete m.manager;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.started = v;
                            else
                                delete m.started;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            LocateResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.LocateResponse";
            };

            return LocateResponse;
        })();

        v1.FileRequest = (function() {

            const FileRequest = function (p) {
                this.passes = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            FileRequest.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            FileRequest.prototype.slot = 0;
            FileRequest.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            FileRequest.prototype.open = null;
            FileRequest.prototype.keepAlive = null;
            FileRequest.prototype.close = null;
            FileRequest.prototype.recalled = null;
            FileRequest.prototype.make = null;
            FileRequest.prototype.link = null;
            FileRequest.prototype.unlink = null;
            FileRequest.prototype.rmdir = null;
            FileRequest.prototype.rename = null;
            FileRequest.prototype.setattr = null;
            FileRequest.prototype.write = null;
            FileRequest.prototype.setxattr = null;
            FileRequest.prototype.removexattr = null;
            FileRequest.prototype.fsync = null;
            FileRequest.prototype.release = null;
            FileRequest.prototype.allocate = null;
            FileRequest.prototype.copy = null;
            FileRequest.prototype.tmpfile = null;
            FileRequest.prototype.lock = null;
            FileRequest.prototype.dropLocks = null;
            FileRequest.prototype.access = null;
            FileRequest.prototype.lookup = null;
            FileRequest.prototype.getattr = null;
            FileRequest.prototype.readlink = null;
            FileRequest.prototype.read = null;
            FileRequest.prototype.readdir = null;
            FileRequest.prototype.getxattr = null;
            FileRequest.prototype.listxattr = null;
            FileRequest.prototype.statfs = null;
            FileRequest.prototype.seek = null;
            FileRequest.prototype.testLock = null;
            FileRequest.prototype.readFiles = null;
            FileRequest.prototype.passes = $util.emptyArray;

            let $oneOfFields;

            $Object.defineProperty(FileRequest.prototype, "operation", {
                get: $util.oneOfGetter($oneOfFields = ["open", "keepAlive", "close", "recalled", "make", "link", "unlink", "rmdir", "rename", "setattr", "write", "setxattr", "removexattr", "fsync", "release", "allocate", "copy", "tmpfile", "lock", "dropLocks", "access", "lookup", "getattr", "readlink", "read", "readdir", "getxattr", "listxattr", "statfs", "seek", "testLock", "readFiles"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            FileRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.id != null && $Object.hasOwnProperty.call(m, "id") && (typeof m.id === "object" ? m.id.low || m.id.high : m.id !== 0))
                    w.uint32(8).uint64(m.id);
                if (m.slot != null && $Object.hasOwnProperty.call(m, "slot") && m.slot !== 0)
                    w.uint32(16).uint32(m.slot);
                if (m.sequence != null && $Object.hasOwnProperty.call(m, "sequence") && (typeof m.sequence === "object" ? m.sequence.low || m.sequence.high : m.sequence !== 0))
                    w.uint32(24).uint64(m.sequence);
                if (m.open != null && $Object.hasOwnProperty.call(m, "open"))
                    $root.hafs.v1.OpenSession.encode(m.open, w.uint32(82).fork(), q + 1).ldelim();
                if (m.keepAlive != null && $Object.hasOwnProperty.call(m, "keepAlive"))
                    $root.hafs.v1.KeepAlive.encode(m.keepAlive, w.uint32(90).fork(), q + 1).ldelim();
                if (m.close != null && $Object.hasOwnProperty.call(m, "close"))
                    $root.hafs.v1.CloseSession.encode(m.close, w.uint32(98).fork(), q + 1).ldelim();
                if (m.recalled != null && $Object.hasOwnProperty.call(m, "recalled"))
                    $root.hafs.v1.Recalled.encode(m.recalled, w.uint32(106).fork(), q + 1).ldelim();
                if (m.make != null && $Object.hasOwnProperty.call(m, "make"))
                    $root.hafs.v1.Make.encode(m.make, w.uint32(162).fork(), q + 1).ldelim();
                if (m.link != null && $Object.hasOwnProperty.call(m, "link"))
                    $root.hafs.v1.Link.encode(m.link, w.uint32(170).fork(), q + 1).ldelim();
                if (m.unlink != null && $Object.hasOwnProperty.call(m, "unlink"))
                    $root.hafs.v1.Remove.encode(m.unlink, w.uint32(178).fork(), q + 1).ldelim();
                if (m.rmdir != null && $Object.hasOwnProperty.call(m, "rmdir"))
                    $root.hafs.v1.Remove.encode(m.rmdir, w.uint32(186).fork(), q + 1).ldelim();
                if (m.rename != null && $Object.hasOwnProperty.call(m, "rename"))
                    $root.hafs.v1.Rename.encode(m.rename, w.uint32(194).fork(), q + 1).ldelim();
                if (m.setattr != null && $Object.hasOwnProperty.call(m, "setattr"))
                    $root.hafs.v1.SetAttr.encode(m.setattr, w.uint32(202).fork(), q + 1).ldelim();
                if (m.write != null && $Object.hasOwnProperty.call(m, "write"))
                    $root.hafs.v1.Write.encode(m.write, w.uint32(210).fork(), q + 1).ldelim();
                if (m.setxattr != null && $Object.hasOwnProperty.call(m, "setxattr"))
                    $root.hafs.v1.SetXattr.encode(m.setxattr, w.uint32(218).fork(), q + 1).ldelim();
                if (m.removexattr != null && $Object.hasOwnProperty.call(m, "removexattr"))
                    $root.hafs.v1.InoName.encode(m.removexattr, w.uint32(226).fork(), q + 1).ldelim();
                if (m.fsync != null && $Object.hasOwnProperty.call(m, "fsync"))
                    $root.hafs.v1.InoOnly.encode(m.fsync, w.uint32(234).fork(), q + 1).ldelim();
                if (m.release != null && $Object.hasOwnProperty.call(m, "release"))
                    $root.hafs.v1.Release.encode(m.release, w.uint32(242).fork(), q + 1).ldelim();
                if (m.allocate != null && $Object.hasOwnProperty.call(m, "allocate"))
                    $root.hafs.v1.Allocate.encode(m.allocate, w.uint32(250).fork(), q + 1).ldelim();
                if (m.copy != null && $Object.hasOwnProperty.call(m, "copy"))
                    $root.hafs.v1.Copy.encode(m.copy, w.uint32(258).fork(), q + 1).ldelim();
                if (m.tmpfile != null && $Object.hasOwnProperty.call(m, "tmpfile"))
                    $root.hafs.v1.TmpFile.encode(m.tmpfile, w.uint32(266).fork(), q + 1).ldelim();
                if (m.lock != null && $Object.hasOwnProperty.call(m, "lock"))
                    $root.hafs.v1.Lock.encode(m.lock, w.uint32(274).fork(), q + 1).ldelim();
                if (m.dropLocks != null && $Object.hasOwnProperty.call(m, "dropLocks"))
                    $root.hafs.v1.Release.encode(m.dropLocks, w.uint32(282).fork(), q + 1).ldelim();
                if (m.access != null && $Object.hasOwnProperty.call(m, "access"))
                    $root.hafs.v1.InoOnly.encode(m.access, w.uint32(290).fork(), q + 1).ldelim();
                if (m.lookup != null && $Object.hasOwnProperty.call(m, "lookup"))
                    $root.hafs.v1.Remove.encode(m.lookup, w.uint32(322).fork(), q + 1).ldelim();
                if (m.getattr != null && $Object.hasOwnProperty.call(m, "getattr"))
                    $root.hafs.v1.InoOnly.encode(m.getattr, w.uint32(330).fork(), q + 1).ldelim();
                if (m.readlink != null && $Object.hasOwnProperty.call(m, "readlink"))
                    $root.hafs.v1.InoOnly.encode(m.readlink, w.uint32(338).fork(), q + 1).ldelim();
                if (m.read != null && $Object.hasOwnProperty.call(m, "read"))
                    $root.hafs.v1.Read.encode(m.read, w.uint32(346).fork(), q + 1).ldelim();
                if (m.readdir != null && $Object.hasOwnProperty.call(m, "readdir"))
                    $root.hafs.v1.ReadDir.encode(m.readdir, w.uint32(354).fork(), q + 1).ldelim();
                if (m.getxattr != null && $Object.hasOwnProperty.call(m, "getxattr"))
                    $root.hafs.v1.InoName.encode(m.getxattr, w.uint32(362).fork(), q + 1).ldelim();
                if (m.listxattr != null && $Object.hasOwnProperty.call(m, "listxattr"))
                    $root.hafs.v1.InoOnly.encode(m.listxattr, w.uint32(370).fork(), q + 1).ldelim();
                if (m.statfs != null && $Object.hasOwnProperty.call(m, "statfs"))
                    $root.hafs.v1.StatFs.encode(m.statfs, w.uint32(378).fork(), q + 1).ldelim();
                if (m.seek != null && $Object.hasOwnProperty.call(m, "seek"))
                    $root.hafs.v1.Seek.encode(m.seek, w.uint32(386).fork(), q + 1).ldelim();
                if (m.testLock != null && $Object.hasOwnProperty.call(m, "testLock"))
                    $root.hafs.v1.Lock.encode(m.testLock, w.uint32(394).fork(), q + 1).ldelim();
                if (m.readFiles != null && $Object.hasOwnProperty.call(m, "readFiles"))
                    $root.hafs.v1.ReadFiles.encode(m.readFiles, w.uint32(402).fork(), q + 1).ldelim();
                if (m.passes != null && m.passes.length) {
                    for (var i = 0; i < m.passes.length; ++i)
                        $root.hafs.v1.Pass.encode(m.passes[i], w.uint32(482).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            FileRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.FileRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.id = v;
                            else
                                delete m.id;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.slot = v;
                            else
                                delete m.slot;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.sequence = v;
                            else
                                delete m.sequence;
                            continue;
                        }
                    case 10: {
                            if (u !== 2)
                                break;
                            m.open = $root.hafs.v1.OpenSession.decode(r, r.size(), $undefined, q + 1, m.open);
                            m.operation = "open";
                            continue;
                        }
                    case 11: {
                            if (u !== 2)
                                break;
                            m.keepAlive = $root.hafs.v1.KeepAlive.decode(r, r.size(), $undefined, q + 1, m.keepAlive);
                            m.operation = "keepAlive";
                            continue;
                        }
                    case 12: {
                            if (u !== 2)
                                break;
                            m.close = $root.hafs.v1.CloseSession.decode(r, r.size(), $undefined, q + 1, m.close);
                            m.operation = "close";
                            continue;
                        }
                    case 13: {
                            if (u !== 2)
                                break;
                            m.recalled = $root.hafs.v1.Recalled.decode(r, r.size(), $undefined, q + 1, m.recalled);
                            m.operation = "recalled";
                            continue;
                        }
                    case 20: {
                            if (u !== 2)
                                break;
                            m.make = $root.hafs.v1.Make.decode(r, r.size(), $undefined, q + 1, m.make);
                            m.operation = "make";
                            continue;
                        }
                    case 21: {
                            if (u !== 2)
                                break;
                            m.link = $root.hafs.v1.Link.decode(r, r.size(), $undefined, q + 1, m.link);
                            m.operation = "link";
                            continue;
                        }
                    case 22: {
                            if (u !== 2)
                                break;
                            m.unlink = $root.hafs.v1.Remove.decode(r, r.size(), $undefined, q + 1, m.unlink);
                            m.operation = "unlink";
                            continue;
                        }
                    case 23: {
                            if (u !== 2)
                                break;
                            m.rmdir = $root.hafs.v1.Remove.decode(r, r.size(), $undefined, q + 1, m.rmdir);
                            m.operation = "rmdir";
                            continue;
                        }
                    case 24: {
                            if (u !== 2)
                                break;
                            m.rename = $root.hafs.v1.Rename.decode(r, r.size(), $undefined, q + 1, m.rename);
                            m.operation = "rename";
                            continue;
                        }
                    case 25: {
                            if (u !== 2)
                                break;
                            m.setattr = $root.hafs.v1.SetAttr.decode(r, r.size(), $undefined, q + 1, m.setattr);
                            m.operation = "setattr";
                            continue;
                        }
                    case 26: {
                            if (u !== 2)
                                break;
                            m.write = $root.hafs.v1.Write.decode(r, r.size(), $undefined, q + 1, m.write);
                            m.operation = "write";
                            continue;
                        }
                    case 27: {
                            if (u !== 2)
                                break;
                            m.setxattr = $root.hafs.v1.SetXattr.decode(r, r.size(), $undefined, q + 1, m.setxattr);
                            m.operation = "setxattr";
                            continue;
                        }
                    case 28: {
                            if (u !== 2)
                                break;
                            m.removexattr = $root.hafs.v1.InoName.decode(r, r.size(), $undefined, q + 1, m.removexattr);
                            m.operation = "removexattr";
                            continue;
                        }
                    case 29: {
                            if (u !== 2)
                                break;
                            m.fsync = $root.hafs.v1.InoOnly.decode(r, r.size(), $undefined, q + 1, m.fsync);
                            m.operation = "fsync";
                            continue;
                        }
                    case 30: {
                            if (u !== 2)
                                break;
                            m.release = $root.hafs.v1.Release.decode(r, r.size(), $undefined, q + 1, m.release);
                            m.operation = "release";
                            continue;
                        }
                    case 31: {
                            if (u !== 2)
                                break;
                            m.allocate = $root.hafs.v1.Allocate.decode(r, r.size(), $undefined, q + 1, m.allocate);
                            m.operation = "allocate";
                            continue;
                        }
                    case 32: {
                            if (u !== 2)
                                break;
                            m.copy = $root.hafs.v1.Copy.decode(r, r.size(), $undefined, q + 1, m.copy);
                            m.operation = "copy";
                            continue;
                        }
                    case 33: {
                            if (u !== 2)
                                break;
                            m.tmpfile = $root.hafs.v1.TmpFile.decode(r, r.size(), $undefined, q + 1, m.tmpfile);
                            m.operation = "tmpfile";
                            continue;
                        }
                    case 34: {
                            if (u !== 2)
                                break;
                            m.lock = $root.hafs.v1.Lock.decode(r, r.size(), $undefined, q + 1, m.lock);
                            m.operation = "lock";
                            continue;
                        }
                    case 35: {
                            if (u !== 2)
                                break;
                            m.dropLocks = $root.hafs.v1.Release.decode(r, r.size(), $undefined, q + 1, m.dropLocks);
                            m.operation = "dropLocks";
                            continue;
                        }
                    case 36: {
                            if (u !== 2)
                                break;
                            m.access = $root.hafs.v1.InoOnly.decode(r, r.size(), $undefined, q + 1, m.access);
                            m.operation = "access";
                            continue;
                        }
                    case 40: {
                            if (u !== 2)
                                break;
                            m.lookup = $root.hafs.v1.Remove.decode(r, r.size(), $undefined, q + 1, m.lookup);
                            m.operation = "lookup";
                            continue;
                        }
                    case 41: {
                            if (u !== 2)
                                break;
                            m.getattr = $root.hafs.v1.InoOnly.decode(r, r.size(), $undefined, q + 1, m.getattr);
                            m.operation = "getattr";
                            continue;
                        }
                    case 42: {
                            if (u !== 2)
                                break;
                            m.readlink = $root.hafs.v1.InoOnly.decode(r, r.size(), $undefined, q + 1, m.readlink);
                            m.operation = "readlink";
                            continue;
                        }
                    case 43: {
                            if (u !== 2)
                                break;
                            m.read = $root.hafs.v1.Read.decode(r, r.size(), $undefined, q + 1, m.read);
                            m.operation = "read";
                            continue;
                        }
                    case 44: {
                            if (u !== 2)
                                break;
                            m.readdir = $root.hafs.v1.ReadDir.decode(r, r.size(), $undefined, q + 1, m.readdir);
                            m.operation = "readdir";
                            continue;
                        }
                    case 45: {
                            if (u !== 2)
                                break;
                            m.getxattr = $root.hafs.v1.InoName.decode(r, r.size(), $undefined, q + 1, m.getxattr);
                            m.operation = "getxattr";
                            continue;
                        }
                    case 46: {
                            if (u !== 2)
                                break;
                            m.listxattr = $root.hafs.v1.InoOnly.decode(r, r.size(), $undefined, q + 1, m.listxattr);
                            m.operation = "listxattr";
                            continue;
                        }
                    case 47: {
                            if (u !== 2)
                                break;
                            m.statfs = $root.hafs.v1.StatFs.decode(r, r.size(), $undefined, q + 1, m.statfs);
                            m.operation = "statfs";
                            continue;
                        }
                    case 48: {
                            if (u !== 2)
                                break;
                            m.seek = $root.hafs.v1.Seek.decode(r, r.size(), $undefined, q + 1, m.seek);
                            m.operation = "seek";
                            continue;
                        }
                    case 49: {
                            if (u !== 2)
                                break;
                            m.testLock = $root.hafs.v1.Lock.decode(r, r.size(), $undefined, q + 1, m.testLock);
                            m.operation = "testLock";
                            continue;
                        }
                    case 50: {
                            if (u !== 2)
                                break;
                            m.readFiles = $root.hafs.v1.ReadFiles.decode(r, r.size(), $undefined, q + 1, m.readFiles);
                            m.operation = "readFiles";
                            continue;
                        }
                    case 60: {
                            if (u !== 2)
                                break;
                            if (!(m.passes && m.passes.length))
                                m.passes = [];
                            m.passes.push($root.hafs.v1.Pass.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            FileRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.FileRequest";
            };

            return FileRequest;
        })();

        v1.Pass = (function() {

            const Pass = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Pass.prototype.ino = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Pass.prototype.seal = $util.newBuffer([]);

            Pass.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.ino != null && $Object.hasOwnProperty.call(m, "ino") && (typeof m.ino === "object" ? m.ino.low || m.ino.high : m.ino !== 0))
                    w.uint32(8).uint64(m.ino);
                if (m.seal != null && $Object.hasOwnProperty.call(m, "seal") && m.seal.length)
                    w.uint32(18).bytes(m.seal);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Pass.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Pass();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ino = v;
                            else
                                delete m.ino;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.seal = v;
                            else
                                delete m.seal;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Pass.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Pass";
            };

            return Pass;
        })();

        v1.OpenSession = (function() {

            const OpenSession = function (p) {
                this.held = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            OpenSession.prototype.volume = "";
            OpenSession.prototype.session = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            OpenSession.prototype.client = "";
            OpenSession.prototype.caches = false;
            OpenSession.prototype.held = $util.emptyArray;
            OpenSession.prototype.version = "";

            OpenSession.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.volume != null && $Object.hasOwnProperty.call(m, "volume") && m.volume !== "")
                    w.uint32(10).string(m.volume);
                if (m.session != null && $Object.hasOwnProperty.call(m, "session") && (typeof m.session === "object" ? m.session.low || m.session.high : m.session !== 0))
                    w.uint32(16).uint64(m.session);
                if (m.client != null && $Object.hasOwnProperty.call(m, "client") && m.client !== "")
                    w.uint32(26).string(m.client);
                if (m.caches != null && $Object.hasOwnProperty.call(m, "caches") && m.caches !== false)
                    w.uint32(32).bool(m.caches);
                if (m.held != null && m.held.length) {
                    w.uint32(42).uint64s(m.held);
                }
                if (m.version != null && $Object.hasOwnProperty.call(m, "version") && m.version !== "")
                    w.uint32(50).string(m.version);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            OpenSession.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.OpenSession();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.volume = v;
                            else
                                delete m.volume;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.session = v;
                            else
                                delete m.session;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.client = v;
                            else
                                delete m.client;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.caches = v;
                            else
                                delete m.caches;
                            continue;
                        }
                    case 5: {
                            if (u === 2) {
                                if (!(m.held && m.held.length))
                                    m.held = [];
                                r.uint64s(m.held);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.held && m.held.length))
                                m.held = [];
                            m.held.push(r.uint64());
                            continue;
                        }
                    case 6: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.version = v;
                            else
                                delete m.version;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            OpenSession.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.OpenSession";
            };

            return OpenSession;
        })();

        v1.KeepAlive = (function() {

            const KeepAlive = function (p) {
                this.returned = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            KeepAlive.prototype.returned = $util.emptyArray;

            KeepAlive.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.returned != null && m.returned.length) {
                    w.uint32(10).uint64s(m.returned);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            KeepAlive.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.KeepAlive();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u === 2) {
                                if (!(m.returned && m.returned.length))
                                    m.returned = [];
                                r.uint64s(m.returned);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.returned && m.returned.length))
                                m.returned = [];
                            m.returned.push(r.uint64());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            KeepAlive.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.KeepAlive";
            };

            return KeepAlive;
        })();

        v1.Recalled = (function() {

            const Recalled = function (p) {
                this.givenUp = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Recalled.prototype.recall = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Recalled.prototype.givenUp = $util.emptyArray;

            Recalled.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.recall != null && $Object.hasOwnProperty.call(m, "recall") && (typeof m.recall === "object" ? m.recall.low || m.recall.high : m.recall !== 0))
                    w.uint32(8).uint64(m.recall);
                if (m.givenUp != null && m.givenUp.length) {
                    w.uint32(18).uint64s(m.givenUp);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Recalled.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Recalled();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.recall = v;
                            else
                                delete m.recall;
                            continue;
                        }
                    case 2: {
                            if (u === 2) {
                                if (!(m.givenUp && m.givenUp.length))
                                    m.givenUp = [];
                                r.uint64s(m.givenUp);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.givenUp && m.givenUp.length))
                                m.givenUp = [];
                            m.givenUp.push(r.uint64());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Recalled.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Recalled";
            };

            return Recalled;
        })();

        v1.CloseSession = (function() {

            const CloseSession = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            CloseSession.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            CloseSession.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.CloseSession();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            CloseSession.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.CloseSession";
            };

            return CloseSession;
        })();

        v1.StatFs = (function() {

            const StatFs = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            StatFs.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            StatFs.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.StatFs();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            StatFs.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.StatFs";
            };

            return StatFs;
        })();

        v1.InoOnly = (function() {

            const InoOnly = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            InoOnly.prototype.ino = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            InoOnly.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.ino != null && $Object.hasOwnProperty.call(m, "ino") && (typeof m.ino === "object" ? m.ino.low || m.ino.high : m.ino !== 0))
                    w.uint32(8).uint64(m.ino);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            InoOnly.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.InoOnly();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ino = v;
                            else
                                delete m.ino;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            InoOnly.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.InoOnly";
            };

            return InoOnly;
        })();

        v1.InoName = (function() {

            const InoName = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            InoName.prototype.ino = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            InoName.prototype.name = $util.newBuffer([]);

            InoName.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.ino != null && $Object.hasOwnProperty.call(m, "ino") && (typeof m.ino === "object" ? m.ino.low || m.ino.high : m.ino !== 0))
                    w.uint32(8).uint64(m.ino);
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name.length)
                    w.uint32(18).bytes(m.name);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            InoName.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.InoName();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ino = v;
                            else
                                delete m.ino;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            InoName.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.InoName";
            };

            return InoName;
        })();

        v1.Remove = (function() {

            const Remove = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Remove.prototype.parent = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Remove.prototype.name = $util.newBuffer([]);

            Remove.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.parent != null && $Object.hasOwnProperty.call(m, "parent") && (typeof m.parent === "object" ? m.parent.low || m.parent.high : m.parent !== 0))
                    w.uint32(8).uint64(m.parent);
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name.length)
                    w.uint32(18).bytes(m.name);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Remove.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Remove();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.parent = v;
                            else
                                delete m.parent;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Remove.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Remove";
            };

            return Remove;
        })();

        v1.Make = (function() {

            const Make = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Make.prototype.parent = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Make.prototype.name = $util.newBuffer([]);
            Make.prototype.type = 0;
            Make.prototype.mode = 0;
            Make.prototype.rdev = 0;
            Make.prototype.target = $util.newBuffer([]);
            Make.prototype.exclusive = false;
            Make.prototype.uid = 0;
            Make.prototype.gid = 0;
            Make.prototype.umask = 0;

            Make.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.parent != null && $Object.hasOwnProperty.call(m, "parent") && (typeof m.parent === "object" ? m.parent.low || m.parent.high : m.parent !== 0))
                    w.uint32(8).uint64(m.parent);
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name.length)
                    w.uint32(18).bytes(m.name);
                if (m.type != null && $Object.hasOwnProperty.call(m, "type") && m.type !== 0)
                    w.uint32(24).uint32(m.type);
                if (m.mode != null && $Object.hasOwnProperty.call(m, "mode") && m.mode !== 0)
                    w.uint32(32).uint32(m.mode);
                if (m.rdev != null && $Object.hasOwnProperty.call(m, "rdev") && m.rdev !== 0)
                    w.uint32(40).uint32(m.rdev);
                if (m.target != null && $Object.hasOwnProperty.call(m, "target") && m.target.length)
                    w.uint32(50).bytes(m.target);
                if (m.exclusive != null && $Object.hasOwnProperty.call(m, "exclusive") && m.exclusive !== false)
                    w.uint32(56).bool(m.exclusive);
                if (m.uid != null && $Object.hasOwnProperty.call(m, "uid") && m.uid !== 0)
                    w.uint32(64).uint32(m.uid);
                if (m.gid != null && $Object.hasOwnProperty.call(m, "gid") && m.gid !== 0)
                    w.uint32(72).uint32(m.gid);
                if (m.umask != null && $Object.hasOwnProperty.call(m, "umask") && m.umask !== 0)
                    w.uint32(80).uint32(m.umask);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Make.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Make();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.parent = v;
                            else
                                delete m.parent;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.type = v;
                            else
                                delete m.type;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.mode = v;
                            else
                                delete m.mode;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.rdev = v;
                            else
                                delete m.rdev;
                            continue;
                        }
                    case 6: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.target = v;
                            else
                                delete m.target;
                            continue;
                        }
                    case 7: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.exclusive = v;
                            else
                                delete m.exclusive;
                            continue;
                        }
                    case 8: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.uid = v;
                            else
                                delete m.uid;
                            continue;
                        }
                    case 9: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.gid = v;
                            else
                                delete m.gid;
                            continue;
                        }
                    case 10: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.umask = v;
                            else
                                delete m.umask;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Make.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Make";
            };

            return Make;
        })();

        v1.Link = (function() {

            const Link = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Link.prototype.ino = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Link.prototype.parent = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Link.prototype.name = $util.newBuffer([]);

            Link.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.ino != null && $Object.hasOwnProperty.call(m, "ino") && (typeof m.ino === "object" ? m.ino.low || m.ino.high : m.ino !== 0))
                    w.uint32(8).uint64(m.ino);
                if (m.parent != null && $Object.hasOwnProperty.call(m, "parent") && (typeof m.parent === "object" ? m.parent.low || m.parent.high : m.parent !== 0))
                    w.uint32(16).uint64(m.parent);
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name.length)
                    w.uint32(26).bytes(m.name);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Link.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Link();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ino = v;
                            else
                                delete m.ino;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.parent = v;
                            else
                                delete m.parent;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Link.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Link";
            };

            return Link;
        })();

        v1.Rename = (function() {

            const Rename = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Rename.prototype.parent = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Rename.prototype.name = $util.newBuffer([]);
            Rename.prototype.newParent = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Rename.prototype.newName = $util.newBuffer([]);
            Rename.prototype.mode = 0;

            Rename.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.parent != null && $Object.hasOwnProperty.call(m, "parent") && (typeof m.parent === "object" ? m.parent.low || m.parent.high : m.parent !== 0))
                    w.uint32(8).uint64(m.parent);
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name.length)
                    w.uint32(18).bytes(m.name);
                if (m.newParent != null && $Object.hasOwnProperty.call(m, "newParent") && (typeof m.newParent === "object" ? m.newParent.low || m.newParent.high : m.newParent !== 0))
                    w.uint32(24).uint64(m.newParent);
                if (m.newName != null && $Object.hasOwnProperty.call(m, "newName") && m.newName.length)
                    w.uint32(34).bytes(m.newName);
                if (m.mode != null && $Object.hasOwnProperty.call(m, "mode") && m.mode !== 0)
                    w.uint32(40).uint32(m.mode);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Rename.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Rename();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.parent = v;
                            else
                                delete m.parent;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.newParent = v;
                            else
                                delete m.newParent;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.newName = v;
                            else
                                delete m.newName;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.mode = v;
                            else
                                delete m.mode;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Rename.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Rename";
            };

            return Rename;
        })();

        v1.Time = (function() {

            const Time = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Time.prototype.seconds = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Time.prototype.nanoseconds = 0;
            Time.prototype.now = false;

            Time.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.seconds != null && $Object.hasOwnProperty.call(m, "seconds") && (typeof m.seconds === "object" ? m.seconds.low || m.seconds.high : m.seconds !== 0))
                    w.uint32(8).sint64(m.seconds);
                if (m.nanoseconds != null && $Object.hasOwnProperty.call(m, "nanoseconds") && m.nanoseconds !== 0)
                    w.uint32(16).uint32(m.nanoseconds);
                if (m.now != null && $Object.hasOwnProperty.call(m, "now") && m.now !== false)
                    w.uint32(24).bool(m.now);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Time.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Time();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.sint64()) === "object" ? v.low || v.high : v !== 0)
                                m.seconds = v;
                            else
                                delete m.seconds;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.nanoseconds = v;
                            else
                                delete m.nanoseconds;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.now = v;
                            else
                                delete m.now;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Time.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Time";
            };

            return Time;
        })();

        v1.SetAttr = (function() {

            const SetAttr = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SetAttr.prototype.ino = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SetAttr.prototype.mode = null;
            SetAttr.prototype.uid = null;
            SetAttr.prototype.gid = null;
            SetAttr.prototype.sizeBytes = null;
            SetAttr.prototype.atime = null;
            SetAttr.prototype.mtime = null;
            SetAttr.prototype.ctime = null;
            SetAttr.prototype.loses = 0;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetAttr.prototype, "_mode", {
                get: $util.oneOfGetter($oneOfFields = ["mode"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetAttr.prototype, "_uid", {
                get: $util.oneOfGetter($oneOfFields = ["uid"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetAttr.prototype, "_gid", {
                get: $util.oneOfGetter($oneOfFields = ["gid"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetAttr.prototype, "_sizeBytes", {
                get: $util.oneOfGetter($oneOfFields = ["sizeBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetAttr.prototype, "_atime", {
                get: $util.oneOfGetter($oneOfFields = ["atime"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetAttr.prototype, "_mtime", {
                get: $util.oneOfGetter($oneOfFields = ["mtime"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetAttr.prototype, "_ctime", {
                get: $util.oneOfGetter($oneOfFields = ["ctime"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            SetAttr.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.ino != null && $Object.hasOwnProperty.call(m, "ino") && (typeof m.ino === "object" ? m.ino.low || m.ino.high : m.ino !== 0))
                    w.uint32(8).uint64(m.ino);
                if (m.mode != null && $Object.hasOwnProperty.call(m, "mode"))
                    w.uint32(16).uint32(m.mode);
                if (m.uid != null && $Object.hasOwnProperty.call(m, "uid"))
                    w.uint32(24).uint32(m.uid);
                if (m.gid != null && $Object.hasOwnProperty.call(m, "gid"))
                    w.uint32(32).uint32(m.gid);
                if (m.sizeBytes != null && $Object.hasOwnProperty.call(m, "sizeBytes"))
                    w.uint32(40).uint64(m.sizeBytes);
                if (m.atime != null && $Object.hasOwnProperty.call(m, "atime"))
                    $root.hafs.v1.Time.encode(m.atime, w.uint32(50).fork(), q + 1).ldelim();
                if (m.mtime != null && $Object.hasOwnProperty.call(m, "mtime"))
                    $root.hafs.v1.Time.encode(m.mtime, w.uint32(58).fork(), q + 1).ldelim();
                if (m.ctime != null && $Object.hasOwnProperty.call(m, "ctime"))
                    $root.hafs.v1.Time.encode(m.ctime, w.uint32(66).fork(), q + 1).ldelim();
                if (m.loses != null && $Object.hasOwnProperty.call(m, "loses") && m.loses !== 0)
                    w.uint32(72).uint32(m.loses);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SetAttr.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.SetAttr();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ino = v;
                            else
                                delete m.ino;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            m.mode = r.uint32();
                            m._mode = "mode";
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            m.uid = r.uint32();
                            m._uid = "uid";
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            m.gid = r.uint32();
                            m._gid = "gid";
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            m.sizeBytes = r.uint64();
                            m._sizeBytes = "sizeBytes";
                            continue;
                        }
                    case 6: {
                            if (u !== 2)
                                break;
                            m.atime = $root.hafs.v1.Time.decode(r, r.size(), $undefined, q + 1, m.atime);
                            m._atime = "atime";
                            continue;
                        }
                    case 7: {
                            if (u !== 2)
                                break;
                            m.mtime = $root.hafs.v1.Time.decode(r, r.size(), $undefined, q + 1, m.mtime);
                            m._mtime = "mtime";
                            continue;
                        }
                    case 8: {
                            if (u !== 2)
                                break;
                            m.ctime = $root.hafs.v1.Time.decode(r, r.size(), $undefined, q + 1, m.ctime);
                            m._ctime = "ctime";
                            continue;
                        }
                    case 9: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.loses = v;
                            else
                                delete m.loses;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            SetAttr.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.SetAttr";
            };

            return SetAttr;
        })();

        v1.Write = (function() {

            const Write = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Write.prototype.ino = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Write.prototype.offsetBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Write.prototype.append = false;
            Write.prototype.data = $util.newBuffer([]);
            Write.prototype.sync = false;
            Write.prototype.loses = 0;

            Write.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.ino != null && $Object.hasOwnProperty.call(m, "ino") && (typeof m.ino === "object" ? m.ino.low || m.ino.high : m.ino !== 0))
                    w.uint32(8).uint64(m.ino);
                if (m.offsetBytes != null && $Object.hasOwnProperty.call(m, "offsetBytes") && (typeof m.offsetBytes === "object" ? m.offsetBytes.low || m.offsetBytes.high : m.offsetBytes !== 0))
                    w.uint32(16).uint64(m.offsetBytes);
                if (m.append != null && $Object.hasOwnProperty.call(m, "append") && m.append !== false)
                    w.uint32(24).bool(m.append);
                if (m.data != null && $Object.hasOwnProperty.call(m, "data") && m.data.length)
                    w.uint32(34).bytes(m.data);
                if (m.sync != null && $Object.hasOwnProperty.call(m, "sync") && m.sync !== false)
                    w.uint32(40).bool(m.sync);
                if (m.loses != null && $Object.hasOwnProperty.call(m, "loses") && m.loses !== 0)
                    w.uint32(48).uint32(m.loses);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Write.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Write();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ino = v;
                            else
                                delete m.ino;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.offsetBytes = v;
                            else
                                delete m.offsetBytes;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.append = v;
                            else
                                delete m.append;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.data = v;
                            else
                                delete m.data;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.sync = v;
                            else
                                delete m.sync;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.loses = v;
                            else
                                delete m.loses;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Write.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Write";
            };

            return Write;
        })();

        v1.Allocate = (function() {

            const Allocate = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Allocate.prototype.ino = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Allocate.prototype.offsetBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Allocate.prototype.lengthBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Allocate.prototype.mode = 0;
            Allocate.prototype.loses = 0;

            Allocate.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.ino != null && $Object.hasOwnProperty.call(m, "ino") && (typeof m.ino === "object" ? m.ino.low || m.ino.high : m.ino !== 0))
                    w.uint32(8).uint64(m.ino);
                if (m.offsetBytes != null && $Object.hasOwnProperty.call(m, "offsetBytes") && (typeof m.offsetBytes === "object" ? m.offsetBytes.low || m.offsetBytes.high : m.offsetBytes !== 0))
                    w.uint32(16).uint64(m.offsetBytes);
                if (m.lengthBytes != null && $Object.hasOwnProperty.call(m, "lengthBytes") && (typeof m.lengthBytes === "object" ? m.lengthBytes.low || m.lengthBytes.high : m.lengthBytes !== 0))
                    w.uint32(24).uint64(m.lengthBytes);
                if (m.mode != null && $Object.hasOwnProperty.call(m, "mode") && m.mode !== 0)
                    w.uint32(32).uint32(m.mode);
                if (m.loses != null && $Object.hasOwnProperty.call(m, "loses") && m.loses !== 0)
                    w.uint32(40).uint32(m.loses);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Allocate.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Allocate();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ino = v;
                            else
                                delete m.ino;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.offsetBytes = v;
                            else
                                delete m.offsetBytes;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.lengthBytes = v;
                            else
                                delete m.lengthBytes;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.mode = v;
                            else
                                delete m.mode;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.loses = v;
                            else
                                delete m.loses;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Allocate.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Allocate";
            };

            return Allocate;
        })();

        v1.Copy = (function() {

            const Copy = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Copy.prototype.ino = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Copy.prototype.offsetBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Copy.prototype.lengthBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Copy.prototype.target = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Copy.prototype.targetOffsetBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Copy.prototype.loses = 0;

            Copy.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.ino != null && $Object.hasOwnProperty.call(m, "ino") && (typeof m.ino === "object" ? m.ino.low || m.ino.high : m.ino !== 0))
                    w.uint32(8).uint64(m.ino);
                if (m.offsetBytes != null && $Object.hasOwnProperty.call(m, "offsetBytes") && (typeof m.offsetBytes === "object" ? m.offsetBytes.low || m.offsetBytes.high : m.offsetBytes !== 0))
                    w.uint32(16).uint64(m.offsetBytes);
                if (m.lengthBytes != null && $Object.hasOwnProperty.call(m, "lengthBytes") && (typeof m.lengthBytes === "object" ? m.lengthBytes.low || m.lengthBytes.high : m.lengthBytes !== 0))
                    w.uint32(24).uint64(m.lengthBytes);
                if (m.target != null && $Object.hasOwnProperty.call(m, "target") && (typeof m.target === "object" ? m.target.low || m.target.high : m.target !== 0))
                    w.uint32(32).uint64(m.target);
                if (m.targetOffsetBytes != null && $Object.hasOwnProperty.call(m, "targetOffsetBytes") && (typeof m.targetOffsetBytes === "object" ? m.targetOffsetBytes.low || m.targetOffsetBytes.high : m.targetOffsetBytes !== 0))
                    w.uint32(40).uint64(m.targetOffsetBytes);
                if (m.loses != null && $Object.hasOwnProperty.call(m, "loses") && m.loses !== 0)
                    w.uint32(48).uint32(m.loses);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Copy.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Copy();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ino = v;
                            else
                                delete m.ino;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.offsetBytes = v;
                            else
                                delete m.offsetBytes;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.lengthBytes = v;
                            else
                                delete m.lengthBytes;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.target = v;
                            else
                                delete m.target;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.targetOffsetBytes = v;
                            else
                                delete m.targetOffsetBytes;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.loses = v;
                            else
                                delete m.loses;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Copy.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Copy";
            };

            return Copy;
        })();

        v1.TmpFile = (function() {

            const TmpFile = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            TmpFile.prototype.parent = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            TmpFile.prototype.mode = 0;
            TmpFile.prototype.uid = 0;
            TmpFile.prototype.gid = 0;
            TmpFile.prototype.umask = 0;

            TmpFile.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.parent != null && $Object.hasOwnProperty.call(m, "parent") && (typeof m.parent === "object" ? m.parent.low || m.parent.high : m.parent !== 0))
                    w.uint32(8).uint64(m.parent);
                if (m.mode != null && $Object.hasOwnProperty.call(m, "mode") && m.mode !== 0)
                    w.uint32(16).uint32(m.mode);
                if (m.uid != null && $Object.hasOwnProperty.call(m, "uid") && m.uid !== 0)
                    w.uint32(24).uint32(m.uid);
                if (m.gid != null && $Object.hasOwnProperty.call(m, "gid") && m.gid !== 0)
                    w.uint32(32).uint32(m.gid);
                if (m.umask != null && $Object.hasOwnProperty.call(m, "umask") && m.umask !== 0)
                    w.uint32(40).uint32(m.umask);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            TmpFile.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.TmpFile();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.parent = v;
                            else
                                delete m.parent;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.mode = v;
                            else
                                delete m.mode;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.uid = v;
                            else
                                delete m.uid;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.gid = v;
                            else
                                delete m.gid;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.umask = v;
                            else
                                delete m.umask;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            TmpFile.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.TmpFile";
            };

            return TmpFile;
        })();

        v1.Lock = (function() {

            const Lock = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Lock.prototype.ino = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Lock.prototype.family = 0;
            Lock.prototype.owner = $util.newBuffer([]);
            Lock.prototype.type = 0;
            Lock.prototype.firstByte = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Lock.prototype.lastByte = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Lock.prototype.pid = 0;
            Lock.prototype.waits = false;

            Lock.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.ino != null && $Object.hasOwnProperty.call(m, "ino") && (typeof m.ino === "object" ? m.ino.low || m.ino.high : m.ino !== 0))
                    w.uint32(8).uint64(m.ino);
                if (m.family != null && $Object.hasOwnProperty.call(m, "family") && m.family !== 0)
                    w.uint32(16).uint32(m.family);
                if (m.owner != null && $Object.hasOwnProperty.call(m, "owner") && m.owner.length)
                    w.uint32(26).bytes(m.owner);
                if (m.type != null && $Object.hasOwnProperty.call(m, "type") && m.type !== 0)
                    w.uint32(32).uint32(m.type);
                if (m.firstByte != null && $Object.hasOwnProperty.call(m, "firstByte") && (typeof m.firstByte === "object" ? m.firstByte.low || m.firstByte.high : m.firstByte !== 0))
                    w.uint32(40).uint64(m.firstByte);
                if (m.lastByte != null && $Object.hasOwnProperty.call(m, "lastByte") && (typeof m.lastByte === "object" ? m.lastByte.low || m.lastByte.high : m.lastByte !== 0))
                    w.uint32(48).uint64(m.lastByte);
                if (m.pid != null && $Object.hasOwnProperty.call(m, "pid") && m.pid !== 0)
                    w.uint32(56).uint32(m.pid);
                if (m.waits != null && $Object.hasOwnProperty.call(m, "waits") && m.waits !== false)
                    w.uint32(64).bool(m.waits);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Lock.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Lock();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ino = v;
                            else
                                delete m.ino;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.family = v;
                            else
                                delete m.family;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.owner = v;
                            else
                                delete m.owner;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.type = v;
                            else
                                delete m.type;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.firstByte = v;
                            else
                                delete m.firstByte;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.lastByte = v;
                            else
                                delete m.lastByte;
                            continue;
                        }
                    case 7: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.pid = v;
                            else
                                delete m.pid;
                            continue;
                        }
                    case 8: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.waits = v;
                            else
                                delete m.waits;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Lock.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Lock";
            };

            return Lock;
        })();

        v1.Seek = (function() {

            const Seek = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Seek.prototype.ino = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Seek.prototype.offsetBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Seek.prototype.wanted = 0;

            Seek.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.ino != null && $Object.hasOwnProperty.call(m, "ino") && (typeof m.ino === "object" ? m.ino.low || m.ino.high : m.ino !== 0))
                    w.uint32(8).uint64(m.ino);
                if (m.offsetBytes != null && $Object.hasOwnProperty.call(m, "offsetBytes") && (typeof m.offsetBytes === "object" ? m.offsetBytes.low || m.offsetBytes.high : m.offsetBytes !== 0))
                    w.uint32(16).uint64(m.offsetBytes);
                if (m.wanted != null && $Object.hasOwnProperty.call(m, "wanted") && m.wanted !== 0)
                    w.uint32(24).uint32(m.wanted);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Seek.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Seek();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ino = v;
                            else
                                delete m.ino;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.offsetBytes = v;
                            else
                                delete m.offsetBytes;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.wanted = v;
                            else
                                delete m.wanted;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Seek.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Seek";
            };

            return Seek;
        })();

        v1.SetXattr = (function() {

            const SetXattr = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SetXattr.prototype.ino = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SetXattr.prototype.name = $util.newBuffer([]);
            SetXattr.prototype.value = $util.newBuffer([]);
            SetXattr.prototype.mode = 0;
            SetXattr.prototype.losesSetgid = false;

            SetXattr.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.ino != null && $Object.hasOwnProperty.call(m, "ino") && (typeof m.ino === "object" ? m.ino.low || m.ino.high : m.ino !== 0))
                    w.uint32(8).uint64(m.ino);
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name.length)
                    w.uint32(18).bytes(m.name);
                if (m.value != null && $Object.hasOwnProperty.call(m, "value") && m.value.length)
                    w.uint32(26).bytes(m.value);
                if (m.mode != null && $Object.hasOwnProperty.call(m, "mode") && m.mode !== 0)
                    w.uint32(32).uint32(m.mode);
                if (m.losesSetgid != null && $Object.hasOwnProperty.call(m, "losesSetgid") && m.losesSetgid !== false)
                    w.uint32(40).bool(m.losesSetgid);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SetXattr.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.SetXattr();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ino = v;
                            else
                                delete m.ino;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.value = v;
                            else
                                delete m.value;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.mode = v;
                            else
                                delete m.mode;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.losesSetgid = v;
                            else
                                delete m.losesSetgid;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            SetXattr.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.SetXattr";
            };

            return SetXattr;
        })();

        v1.Release = (function() {

            const Release = function (p) {
                this.inos = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Release.prototype.inos = $util.emptyArray;

            Release.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.inos != null && m.inos.length) {
                    w.uint32(10).uint64s(m.inos);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Release.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Release();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u === 2) {
                                if (!(m.inos && m.inos.length))
                                    m.inos = [];
                                r.uint64s(m.inos);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.inos && m.inos.length))
                                m.inos = [];
                            m.inos.push(r.uint64());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Release.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Release";
            };

            return Release;
        })();

        v1.Read = (function() {

            const Read = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Read.prototype.ino = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Read.prototype.offsetBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Read.prototype.lengthBytes = 0;

            Read.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.ino != null && $Object.hasOwnProperty.call(m, "ino") && (typeof m.ino === "object" ? m.ino.low || m.ino.high : m.ino !== 0))
                    w.uint32(8).uint64(m.ino);
                if (m.offsetBytes != null && $Object.hasOwnProperty.call(m, "offsetBytes") && (typeof m.offsetBytes === "object" ? m.offsetBytes.low || m.offsetBytes.high : m.offsetBytes !== 0))
                    w.uint32(16).uint64(m.offsetBytes);
                if (m.lengthBytes != null && $Object.hasOwnProperty.call(m, "lengthBytes") && m.lengthBytes !== 0)
                    w.uint32(24).uint32(m.lengthBytes);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Read.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Read();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ino = v;
                            else
                                delete m.ino;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.offsetBytes = v;
                            else
                                delete m.offsetBytes;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.lengthBytes = v;
                            else
                                delete m.lengthBytes;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Read.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Read";
            };

            return Read;
        })();

        v1.ReadFiles = (function() {

            const ReadFiles = function (p) {
                this.inos = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ReadFiles.prototype.inos = $util.emptyArray;

            ReadFiles.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.inos != null && m.inos.length) {
                    w.uint32(10).uint64s(m.inos);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ReadFiles.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ReadFiles();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u === 2) {
                                if (!(m.inos && m.inos.length))
                                    m.inos = [];
                                r.uint64s(m.inos);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.inos && m.inos.length))
                                m.inos = [];
                            m.inos.push(r.uint64());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ReadFiles.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ReadFiles";
            };

            return ReadFiles;
        })();

        v1.ReadDir = (function() {

            const ReadDir = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ReadDir.prototype.ino = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ReadDir.prototype.cookie = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ReadDir.prototype.entriesMax = 0;
            ReadDir.prototype.withAttr = false;

            ReadDir.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.ino != null && $Object.hasOwnProperty.call(m, "ino") && (typeof m.ino === "object" ? m.ino.low || m.ino.high : m.ino !== 0))
                    w.uint32(8).uint64(m.ino);
                if (m.cookie != null && $Object.hasOwnProperty.call(m, "cookie") && (typeof m.cookie === "object" ? m.cookie.low || m.cookie.high : m.cookie !== 0))
                    w.uint32(16).uint64(m.cookie);
                if (m.entriesMax != null && $Object.hasOwnProperty.call(m, "entriesMax") && m.entriesMax !== 0)
                    w.uint32(24).uint32(m.entriesMax);
                if (m.withAttr != null && $Object.hasOwnProperty.call(m, "withAttr") && m.withAttr !== false)
                    w.uint32(32).bool(m.withAttr);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ReadDir.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ReadDir();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ino = v;
                            else
                                delete m.ino;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.cookie = v;
                            else
                                delete m.cookie;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.entriesMax = v;
                            else
                                delete m.entriesMax;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.withAttr = v;
                            else
                                delete m.withAttr;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ReadDir.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ReadDir";
            };

            return ReadDir;
        })();

        v1.FileResponse = (function() {

            const FileResponse = function (p) {
                this.passes = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            FileResponse.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            FileResponse.prototype.failure = null;
            FileResponse.prototype.opened = null;
            FileResponse.prototype.alive = null;
            FileResponse.prototype.recall = null;
            FileResponse.prototype.entry = null;
            FileResponse.prototype.attr = null;
            FileResponse.prototype.written = null;
            FileResponse.prototype.done = null;
            FileResponse.prototype.data = null;
            FileResponse.prototype.dirents = null;
            FileResponse.prototype.names = null;
            FileResponse.prototype.space = null;
            FileResponse.prototype.copied = null;
            FileResponse.prototype.offset = null;
            FileResponse.prototype.locked = null;
            FileResponse.prototype.obstacle = null;
            FileResponse.prototype.files = null;
            FileResponse.prototype.inodesLeased = false;
            FileResponse.prototype.directoryLeased = false;
            FileResponse.prototype.passes = $util.emptyArray;
            FileResponse.prototype.changed = null;

            let $oneOfFields;

            $Object.defineProperty(FileResponse.prototype, "result", {
                get: $util.oneOfGetter($oneOfFields = ["failure", "opened", "alive", "recall", "entry", "attr", "written", "done", "data", "dirents", "names", "space", "copied", "offset", "locked", "obstacle", "files"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            FileResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.id != null && $Object.hasOwnProperty.call(m, "id") && (typeof m.id === "object" ? m.id.low || m.id.high : m.id !== 0))
                    w.uint32(8).uint64(m.id);
                if (m.failure != null && $Object.hasOwnProperty.call(m, "failure"))
                    $root.hafs.v1.Failure.encode(m.failure, w.uint32(18).fork(), q + 1).ldelim();
                if (m.opened != null && $Object.hasOwnProperty.call(m, "opened"))
                    $root.hafs.v1.Opened.encode(m.opened, w.uint32(26).fork(), q + 1).ldelim();
                if (m.alive != null && $Object.hasOwnProperty.call(m, "alive"))
                    $root.hafs.v1.Alive.encode(m.alive, w.uint32(34).fork(), q + 1).ldelim();
                if (m.recall != null && $Object.hasOwnProperty.call(m, "recall"))
                    $root.hafs.v1.Recall.encode(m.recall, w.uint32(42).fork(), q + 1).ldelim();
                if (m.entry != null && $Object.hasOwnProperty.call(m, "entry"))
                    $root.hafs.v1.AttrResult.encode(m.entry, w.uint32(82).fork(), q + 1).ldelim();
                if (m.attr != null && $Object.hasOwnProperty.call(m, "attr"))
                    $root.hafs.v1.AttrResult.encode(m.attr, w.uint32(90).fork(), q + 1).ldelim();
                if (m.written != null && $Object.hasOwnProperty.call(m, "written"))
                    $root.hafs.v1.WrittenResult.encode(m.written, w.uint32(98).fork(), q + 1).ldelim();
                if (m.done != null && $Object.hasOwnProperty.call(m, "done"))
                    $root.hafs.v1.DoneResult.encode(m.done, w.uint32(106).fork(), q + 1).ldelim();
                if (m.data != null && $Object.hasOwnProperty.call(m, "data"))
                    $root.hafs.v1.DataResult.encode(m.data, w.uint32(114).fork(), q + 1).ldelim();
                if (m.dirents != null && $Object.hasOwnProperty.call(m, "dirents"))
                    $root.hafs.v1.DirentsResult.encode(m.dirents, w.uint32(122).fork(), q + 1).ldelim();
                if (m.names != null && $Object.hasOwnProperty.call(m, "names"))
                    $root.hafs.v1.NamesResult.encode(m.names, w.uint32(130).fork(), q + 1).ldelim();
                if (m.space != null && $Object.hasOwnProperty.call(m, "space"))
                    $root.hafs.v1.SpaceResult.encode(m.space, w.uint32(138).fork(), q + 1).ldelim();
                if (m.copied != null && $Object.hasOwnProperty.call(m, "copied"))
                    $root.hafs.v1.CopiedResult.encode(m.copied, w.uint32(146).fork(), q + 1).ldelim();
                if (m.offset != null && $Object.hasOwnProperty.call(m, "offset"))
                    $root.hafs.v1.OffsetResult.encode(m.offset, w.uint32(154).fork(), q + 1).ldelim();
                if (m.locked != null && $Object.hasOwnProperty.call(m, "locked"))
                    $root.hafs.v1.LockedResult.encode(m.locked, w.uint32(162).fork(), q + 1).ldelim();
                if (m.obstacle != null && $Object.hasOwnProperty.call(m, "obstacle"))
                    $root.hafs.v1.ObstacleResult.encode(m.obstacle, w.uint32(170).fork(), q + 1).ldelim();
                if (m.files != null && $Object.hasOwnProperty.call(m, "files"))
                    $root.hafs.v1.FilesResult.encode(m.files, w.uint32(178).fork(), q + 1).ldelim();
                if (m.inodesLeased != null && $Object.hasOwnProperty.call(m, "inodesLeased") && m.inodesLeased !== false)
                    w.uint32(240).bool(m.inodesLeased);
                if (m.directoryLeased != null && $Object.hasOwnProperty.call(m, "directoryLeased") && m.directoryLeased !== false)
                    w.uint32(248).bool(m.directoryLeased);
                if (m.changed != null && $Object.hasOwnProperty.call(m, "changed"))
                    $root.hafs.v1.Changed.encode(m.changed, w.uint32(258).fork(), q + 1).ldelim();
                if (m.passes != null && m.passes.length) {
                    for (var i = 0; i < m.passes.length; ++i)
                        $root.hafs.v1.Pass.encode(m.passes[i], w.uint32(266).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            FileResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.FileResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.id = v;
                            else
                                delete m.id;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            m.failure = $root.hafs.v1.Failure.decode(r, r.size(), $undefined, q + 1, m.failure);
                            m.result = "failure";
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            m.opened = $root.hafs.v1.Opened.decode(r, r.size(), $undefined, q + 1, m.opened);
                            m.result = "opened";
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            m.alive = $root.hafs.v1.Alive.decode(r, r.size(), $undefined, q + 1, m.alive);
                            m.result = "alive";
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            m.recall = $root.hafs.v1.Recall.decode(r, r.size(), $undefined, q + 1, m.recall);
                            m.result = "recall";
                            continue;
                        }
                    case 10: {
                            if (u !== 2)
                                break;
                            m.entry = $root.hafs.v1.AttrResult.decode(r, r.size(), $undefined, q + 1, m.entry);
                            m.result = "entry";
                            continue;
                        }
                    case 11: {
                            if (u !== 2)
                                break;
                            m.attr = $root.hafs.v1.AttrResult.decode(r, r.size(), $undefined, q + 1, m.attr);
                            m.result = "attr";
                            continue;
                        }
                    case 12: {
                            if (u !== 2)
                                break;
                            m.written = $root.hafs.v1.WrittenResult.decode(r, r.size(), $undefined, q + 1, m.written);
                            m.result = "written";
                            continue;
                        }
                    case 13: {
                            if (u !== 2)
                                break;
                            m.done = $root.hafs.v1.DoneResult.decode(r, r.size(), $undefined, q + 1, m.done);
                            m.result = "done";
                            continue;
                        }
                    case 14: {
                            if (u !== 2)
                                break;
                            m.data = $root.hafs.v1.DataResult.decode(r, r.size(), $undefined, q + 1, m.data);
                            m.result = "data";
                            continue;
                        }
                    case 15: {
                            if (u !== 2)
                                break;
                            m.dirents = $root.hafs.v1.DirentsResult.decode(r, r.size(), $undefined, q + 1, m.dirents);
                            m.result = "dirents";
                            continue;
                        }
                    case 16: {
                            if (u !== 2)
                                break;
                            m.names = $root.hafs.v1.NamesResult.decode(r, r.size(), $undefined, q + 1, m.names);
                            m.result = "names";
                            continue;
                        }
                    case 17: {
                            if (u !== 2)
                                break;
                            m.space = $root.hafs.v1.SpaceResult.decode(r, r.size(), $undefined, q + 1, m.space);
                            m.result = "space";
                            continue;
                        }
                    case 18: {
                            if (u !== 2)
                                break;
                            m.copied = $root.hafs.v1.CopiedResult.decode(r, r.size(), $undefined, q + 1, m.copied);
                            m.result = "copied";
                            continue;
                        }
                    case 19: {
                            if (u !== 2)
                                break;
                            m.offset = $root.hafs.v1.OffsetResult.decode(r, r.size(), $undefined, q + 1, m.offset);
                            m.result = "offset";
                            continue;
                        }
                    case 20: {
                            if (u !== 2)
                                break;
                            m.locked = $root.hafs.v1.LockedResult.decode(r, r.size(), $undefined, q + 1, m.locked);
                            m.result = "locked";
                            continue;
                        }
                    case 21: {
                            if (u !== 2)
                                break;
                            m.obstacle = $root.hafs.v1.ObstacleResult.decode(r, r.size(), $undefined, q + 1, m.obstacle);
                            m.result = "obstacle";
                            continue;
                        }
                    case 22: {
                            if (u !== 2)
                                break;
                            m.files = $root.hafs.v1.FilesResult.decode(r, r.size(), $undefined, q + 1, m.files);
                            m.result = "files";
                            continue;
                        }
                    case 30: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.inodesLeased = v;
                            else
                                delete m.inodesLeased;
                            continue;
                        }
                    case 31: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.directoryLeased = v;
                            else
                                delete m.directoryLeased;
                            continue;
                        }
                    case 33: {
                            if (u !== 2)
                                break;
                            if (!(m.passes && m.passes.length))
                                m.passes = [];
                            m.passes.push($root.hafs.v1.Pass.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 32: {
                            if (u !== 2)
                                break;
                            m.changed = $root.hafs.v1.Changed.decode(r, r.size(), $undefined, q + 1, m.changed);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            FileResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.FileResponse";
            };

            return FileResponse;
        })();

        v1.Changed = (function() {

            const Changed = function (p) {
                this.inos = [];
                this.after = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Changed.prototype.inos = $util.emptyArray;
            Changed.prototype.after = $util.emptyArray;

            Changed.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.inos != null && m.inos.length) {
                    w.uint32(10).uint64s(m.inos);
                }
                if (m.after != null && m.after.length) {
                    for (var i = 0; i < m.after.length; ++i)
                        $root.hafs.v1.Attr.encode(m.after[i], w.uint32(18).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Changed.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Changed();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u === 2) {
                                if (!(m.inos && m.inos.length))
                                    m.inos = [];
                                r.uint64s(m.inos);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.inos && m.inos.length))
                                m.inos = [];
                            m.inos.push(r.uint64());
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if (!(m.after && m.after.length))
                                m.after = [];
                            m.after.push($root.hafs.v1.Attr.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Changed.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Changed";
            };

            return Changed;
        })();

        v1.Recall = (function() {

            const Recall = function (p) {
                this.things = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Recall.prototype.recall = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Recall.prototype.things = $util.emptyArray;

            Recall.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.recall != null && $Object.hasOwnProperty.call(m, "recall") && (typeof m.recall === "object" ? m.recall.low || m.recall.high : m.recall !== 0))
                    w.uint32(8).uint64(m.recall);
                if (m.things != null && m.things.length) {
                    for (var i = 0; i < m.things.length; ++i)
                        $root.hafs.v1.Touched.encode(m.things[i], w.uint32(18).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Recall.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Recall();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.recall = v;
                            else
                                delete m.recall;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if (!(m.things && m.things.length))
                                m.things = [];
                            m.things.push($root.hafs.v1.Touched.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Recall.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Recall";
            };

            return Recall;
        })();

        v1.Touched = (function() {

            const Touched = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Touched.prototype.ino = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Touched.prototype.name = $util.newBuffer([]);

            Touched.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.ino != null && $Object.hasOwnProperty.call(m, "ino") && (typeof m.ino === "object" ? m.ino.low || m.ino.high : m.ino !== 0))
                    w.uint32(8).uint64(m.ino);
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name.length)
                    w.uint32(18).bytes(m.name);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Touched.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Touched();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ino = v;
                            else
                                delete m.ino;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Touched.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Touched";
            };

            return Touched;
        })();

        v1.Failure = (function() {

            const Failure = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Failure.prototype.reason = 0;
            Failure.prototype.errno = 0;
            Failure.prototype.message = "";
            Failure.prototype.manager = "";

            Failure.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.reason != null && $Object.hasOwnProperty.call(m, "reason") && m.reason !== 0)
                    w.uint32(8).int32(m.reason);
                if (m.errno != null && $Object.hasOwnProperty.call(m, "errno") && m.errno !== 0)
                    w.uint32(16).uint32(m.errno);
                if (m.message != null && $Object.hasOwnProperty.call(m, "message") && m.message !== "")
                    w.uint32(26).string(m.message);
                if (m.manager != null && $Object.hasOwnProperty.call(m, "manager") && m.manager !== "")
                    w.uint32(34).string(m.manager);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Failure.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Failure();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (v = r.int32())
                                m.reason = v;
                            else
                                delete m.reason;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.errno = v;
                            else
                                delete m.errno;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.message = v;
                            else
                                delete m.message;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.manager = v;
                            else
                                delete m.manager;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Failure.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Failure";
            };

            Failure.Reason = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "UNSPECIFIED"] = 0;
                values[valuesById[1] = "FILE"] = 1;
                values[valuesById[2] = "NOT_MANAGER"] = 2;
                values[valuesById[3] = "QUORUM_LOST"] = 3;
                values[valuesById[4] = "SESSION_EXPIRED"] = 4;
                values[valuesById[5] = "OUTCOME_UNKNOWN"] = 5;
                values[valuesById[6] = "INVALID"] = 6;
                values[valuesById[7] = "CORRUPTION"] = 7;
                values[valuesById[8] = "ACCESS_DENIED"] = 8;
                return values;
            })();

            return Failure;
        })();

        v1.Opened = (function() {

            const Opened = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Opened.prototype.session = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Opened.prototype.history = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Opened.prototype.leaseEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Opened.prototype.root = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Opened.prototype.rootPath = "";

            Opened.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.session != null && $Object.hasOwnProperty.call(m, "session") && (typeof m.session === "object" ? m.session.low || m.session.high : m.session !== 0))
                    w.uint32(8).uint64(m.session);
                if (m.history != null && $Object.hasOwnProperty.call(m, "history") && (typeof m.history === "object" ? m.history.low || m.history.high : m.history !== 0))
                    w.uint32(16).uint64(m.history);
                if (m.leaseEpoch != null && $Object.hasOwnProperty.call(m, "leaseEpoch") && (typeof m.leaseEpoch === "object" ? m.leaseEpoch.low || m.leaseEpoch.high : m.leaseEpoch !== 0))
                    w.uint32(24).uint64(m.leaseEpoch);
                if (m.root != null && $Object.hasOwnProperty.call(m, "root") && (typeof m.root === "object" ? m.root.low || m.root.high : m.root !== 0))
                    w.uint32(32).uint64(m.root);
                if (m.rootPath != null && $Object.hasOwnProperty.call(m, "rootPath") && m.rootPath !== "")
                    w.uint32(42).string(m.rootPath);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Opened.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Opened();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.session = v;
                            else
                                delete m.session;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.history = v;
                            else
                                delete m.history;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.leaseEpoch = v;
                            else
                                delete m.leaseEpoch;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.root = v;
                            else
                                delete m.root;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.rootPath = v;
                            else
                                delete m.rootPath;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Opened.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Opened";
            };

            return Opened;
        })();

        v1.Alive = (function() {

            const Alive = function (p) {
                this.orphans = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Alive.prototype.orphans = $util.emptyArray;
            Alive.prototype.leaseEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            Alive.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.orphans != null && m.orphans.length) {
                    w.uint32(10).uint64s(m.orphans);
                }
                if (m.leaseEpoch != null && $Object.hasOwnProperty.call(m, "leaseEpoch") && (typeof m.leaseEpoch === "object" ? m.leaseEpoch.low || m.leaseEpoch.high : m.leaseEpoch !== 0))
                    w.uint32(16).uint64(m.leaseEpoch);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Alive.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Alive();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u === 2) {
                                if (!(m.orphans && m.orphans.length))
                                    m.orphans = [];
                                r.uint64s(m.orphans);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.orphans && m.orphans.length))
                                m.orphans = [];
                            m.orphans.push(r.uint64());
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.leaseEpoch = v;
                            else
                                delete m.leaseEpoch;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Alive.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Alive";
            };

            return Alive;
        })();

        v1.Attr = (function() {

            const Attr = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Attr.prototype.ino = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Attr.prototype.type = 0;
            Attr.prototype.mode = 0;
            Attr.prototype.linkCount = 0;
            Attr.prototype.uid = 0;
            Attr.prototype.gid = 0;
            Attr.prototype.rdev = 0;
            Attr.prototype.sizeBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Attr.prototype.storedBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Attr.prototype.atime = null;
            Attr.prototype.mtime = null;
            Attr.prototype.ctime = null;
            Attr.prototype.version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Attr.prototype.hasAcl = false;
            Attr.prototype.hasCapability = false;

            Attr.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.ino != null && $Object.hasOwnProperty.call(m, "ino") && (typeof m.ino === "object" ? m.ino.low || m.ino.high : m.ino !== 0))
                    w.uint32(8).uint64(m.ino);
                if (m.type != null && $Object.hasOwnProperty.call(m, "type") && m.type !== 0)
                    w.uint32(16).uint32(m.type);
                if (m.mode != null && $Object.hasOwnProperty.call(m, "mode") && m.mode !== 0)
                    w.uint32(24).uint32(m.mode);
                if (m.linkCount != null && $Object.hasOwnProperty.call(m, "linkCount") && m.linkCount !== 0)
                    w.uint32(32).uint32(m.linkCount);
                if (m.uid != null && $Object.hasOwnProperty.call(m, "uid") && m.uid !== 0)
                    w.uint32(40).uint32(m.uid);
                if (m.gid != null && $Object.hasOwnProperty.call(m, "gid") && m.gid !== 0)
                    w.uint32(48).uint32(m.gid);
                if (m.rdev != null && $Object.hasOwnProperty.call(m, "rdev") && m.rdev !== 0)
                    w.uint32(56).uint32(m.rdev);
                if (m.sizeBytes != null && $Object.hasOwnProperty.call(m, "sizeBytes") && (typeof m.sizeBytes === "object" ? m.sizeBytes.low || m.sizeBytes.high : m.sizeBytes !== 0))
                    w.uint32(64).uint64(m.sizeBytes);
                if (m.storedBytes != null && $Object.hasOwnProperty.call(m, "storedBytes") && (typeof m.storedBytes === "object" ? m.storedBytes.low || m.storedBytes.high : m.storedBytes !== 0))
                    w.uint32(72).uint64(m.storedBytes);
                if (m.atime != null && $Object.hasOwnProperty.call(m, "atime"))
                    $root.hafs.v1.Time.encode(m.atime, w.uint32(82).fork(), q + 1).ldelim();
                if (m.mtime != null && $Object.hasOwnProperty.call(m, "mtime"))
                    $root.hafs.v1.Time.encode(m.mtime, w.uint32(90).fork(), q + 1).ldelim();
                if (m.ctime != null && $Object.hasOwnProperty.call(m, "ctime"))
                    $root.hafs.v1.Time.encode(m.ctime, w.uint32(98).fork(), q + 1).ldelim();
                if (m.version != null && $Object.hasOwnProperty.call(m, "version") && (typeof m.version === "object" ? m.version.low || m.version.high : m.version !== 0))
                    w.uint32(104).uint64(m.version);
                if (m.hasAcl != null && $Object.hasOwnProperty.call(m, "hasAcl") && m.hasAcl !== false)
                    w.uint32(112).bool(m.hasAcl);
                if (m.hasCapability != null && $Object.hasOwnProperty.call(m, "hasCapability") && m.hasCapability !== false)
                    w.uint32(120).bool(m.hasCapability);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Attr.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Attr();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ino = v;
                            else
                                delete m.ino;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.type = v;
                            else
                                delete m.type;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.mode = v;
                            else
                                delete m.mode;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.linkCount = v;
                            else
                                delete m.linkCount;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.uid = v;
                            else
                                delete m.uid;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.gid = v;
                            else
                                delete m.gid;
                            continue;
                        }
                    case 7: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.rdev = v;
                            else
                                delete m.rdev;
                            continue;
                        }
                    case 8: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.sizeBytes = v;
                            else
                                delete m.sizeBytes;
                            continue;
                        }
                    case 9: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.storedBytes = v;
                            else
                                delete m.storedBytes;
                            continue;
                        }
                    case 10: {
                            if (u !== 2)
                                break;
                            m.atime = $root.hafs.v1.Time.decode(r, r.size(), $undefined, q + 1, m.atime);
                            continue;
                        }
                    case 11: {
                            if (u !== 2)
                                break;
                            m.mtime = $root.hafs.v1.Time.decode(r, r.size(), $undefined, q + 1, m.mtime);
                            continue;
                        }
                    case 12: {
                            if (u !== 2)
                                break;
                            m.ctime = $root.hafs.v1.Time.decode(r, r.size(), $undefined, q + 1, m.ctime);
                            continue;
                        }
                    case 13: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.version = v;
                            else
                                delete m.version;
                            continue;
                        }
                    case 14: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.hasAcl = v;
                            else
                                delete m.hasAcl;
                            continue;
                        }
                    case 15: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.hasCapability = v;
                            else
                                delete m.hasCapability;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Attr.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Attr";
            };

            return Attr;
        })();

        v1.AttrResult = (function() {

            const AttrResult = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            AttrResult.prototype.attr = null;
            AttrResult.prototype.created = false;

            AttrResult.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.attr != null && $Object.hasOwnProperty.call(m, "attr"))
                    $root.hafs.v1.Attr.encode(m.attr, w.uint32(10).fork(), q + 1).ldelim();
                if (m.created != null && $Object.hasOwnProperty.call(m, "created") && m.created !== false)
                    w.uint32(16).bool(m.created);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            AttrResult.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.AttrResult();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.attr = $root.hafs.v1.Attr.decode(r, r.size(), $undefined, q + 1, m.attr);
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.created = v;
                            else
                                delete m.created;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            AttrResult.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.AttrResult";
            };

            return AttrResult;
        })();

        v1.WrittenResult = (function() {

            const WrittenResult = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            WrittenResult.prototype.attr = null;
            WrittenResult.prototype.offsetBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            WrittenResult.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.attr != null && $Object.hasOwnProperty.call(m, "attr"))
                    $root.hafs.v1.Attr.encode(m.attr, w.uint32(10).fork(), q + 1).ldelim();
                if (m.offsetBytes != null && $Object.hasOwnProperty.call(m, "offsetBytes") && (typeof m.offsetBytes === "object" ? m.offsetBytes.low || m.offsetBytes.high : m.offsetBytes !== 0))
                    w.uint32(16).uint64(m.offsetBytes);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            WrittenResult.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.WrittenResult();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.attr = $root.hafs.v1.Attr.decode(r, r.size(), $undefined, q + 1, m.attr);
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.offsetBytes = v;
                            else
                                delete m.offsetBytes;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            WrittenResult.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.WrittenResult";
            };

            return WrittenResult;
        })();

        v1.CopiedResult = (function() {

            const CopiedResult = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            CopiedResult.prototype.attr = null;
            CopiedResult.prototype.lengthBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            CopiedResult.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.attr != null && $Object.hasOwnProperty.call(m, "attr"))
                    $root.hafs.v1.Attr.encode(m.attr, w.uint32(10).fork(), q + 1).ldelim();
                if (m.lengthBytes != null && $Object.hasOwnProperty.call(m, "lengthBytes") && (typeof m.lengthBytes === "object" ? m.lengthBytes.low || m.lengthBytes.high : m.lengthBytes !== 0))
                    w.uint32(16).uint64(m.lengthBytes);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            CopiedResult.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.CopiedResult();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.attr = $root.hafs.v1.Attr.decode(r, r.size(), $undefined, q + 1, m.attr);
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.lengthBytes = v;
                            else
                                delete m.lengthBytes;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            CopiedResult.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.CopiedResult";
            };

            return CopiedResult;
        })();

        v1.LockedResult = (function() {

            const LockedResult = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            LockedResult.prototype.granted = false;

            LockedResult.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.granted != null && $Object.hasOwnProperty.call(m, "granted") && m.granted !== false)
                    w.uint32(8).bool(m.granted);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            LockedResult.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.LockedResult();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.granted = v;
                            else
                                delete m.granted;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            LockedResult.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.LockedResult";
            };

            return LockedResult;
        })();

        v1.ObstacleResult = (function() {

            const ObstacleResult = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ObstacleResult.prototype.lock = null;

            ObstacleResult.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.lock != null && $Object.hasOwnProperty.call(m, "lock"))
                    $root.hafs.v1.Lock.encode(m.lock, w.uint32(10).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ObstacleResult.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ObstacleResult();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.lock = $root.hafs.v1.Lock.decode(r, r.size(), $undefined, q + 1, m.lock);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ObstacleResult.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ObstacleResult";
            };

            return ObstacleResult;
        })();

        v1.OffsetResult = (function() {

            const OffsetResult = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            OffsetResult.prototype.offsetBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            OffsetResult.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.offsetBytes != null && $Object.hasOwnProperty.call(m, "offsetBytes") && (typeof m.offsetBytes === "object" ? m.offsetBytes.low || m.offsetBytes.high : m.offsetBytes !== 0))
                    w.uint32(8).uint64(m.offsetBytes);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            OffsetResult.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.OffsetResult();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.offsetBytes = v;
                            else
                                delete m.offsetBytes;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            OffsetResult.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.OffsetResult";
            };

            return OffsetResult;
        })();

        v1.DoneResult = (function() {

            const DoneResult = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            DoneResult.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            DoneResult.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.DoneResult();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            DoneResult.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.DoneResult";
            };

            return DoneResult;
        })();

        v1.DataResult = (function() {

            const DataResult = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            DataResult.prototype.data = $util.newBuffer([]);

            DataResult.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.data != null && $Object.hasOwnProperty.call(m, "data") && m.data.length)
                    w.uint32(10).bytes(m.data);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            DataResult.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.DataResult();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.data = v;
                            else
                                delete m.data;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            DataResult.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.DataResult";
            };

            return DataResult;
        })();

        v1.FileContent = (function() {

            const FileContent = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            FileContent.prototype.ino = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            FileContent.prototype.version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            FileContent.prototype.data = $util.newBuffer([]);

            FileContent.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.ino != null && $Object.hasOwnProperty.call(m, "ino") && (typeof m.ino === "object" ? m.ino.low || m.ino.high : m.ino !== 0))
                    w.uint32(8).uint64(m.ino);
                if (m.version != null && $Object.hasOwnProperty.call(m, "version") && (typeof m.version === "object" ? m.version.low || m.version.high : m.version !== 0))
                    w.uint32(16).uint64(m.version);
                if (m.data != null && $Object.hasOwnProperty.call(m, "data") && m.data.length)
                    w.uint32(26).bytes(m.data);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            FileContent.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.FileContent();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ino = v;
                            else
                                delete m.ino;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.version = v;
                            else
                                delete m.version;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.data = v;
                            else
                                delete m.data;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            FileContent.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.FileContent";
            };

            return FileContent;
        })();

        v1.FilesResult = (function() {

            const FilesResult = function (p) {
                this.files = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            FilesResult.prototype.files = $util.emptyArray;

            FilesResult.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.files != null && m.files.length) {
                    for (var i = 0; i < m.files.length; ++i)
                        $root.hafs.v1.FileContent.encode(m.files[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            FilesResult.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.FilesResult();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.files && m.files.length))
                                m.files = [];
                            m.files.push($root.hafs.v1.FileContent.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            FilesResult.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.FilesResult";
            };

            return FilesResult;
        })();

        v1.Dirent = (function() {

            const Dirent = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Dirent.prototype.name = $util.newBuffer([]);
            Dirent.prototype.ino = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Dirent.prototype.type = 0;
            Dirent.prototype.cookie = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Dirent.prototype.attr = null;

            Dirent.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name.length)
                    w.uint32(10).bytes(m.name);
                if (m.ino != null && $Object.hasOwnProperty.call(m, "ino") && (typeof m.ino === "object" ? m.ino.low || m.ino.high : m.ino !== 0))
                    w.uint32(16).uint64(m.ino);
                if (m.type != null && $Object.hasOwnProperty.call(m, "type") && m.type !== 0)
                    w.uint32(24).uint32(m.type);
                if (m.cookie != null && $Object.hasOwnProperty.call(m, "cookie") && (typeof m.cookie === "object" ? m.cookie.low || m.cookie.high : m.cookie !== 0))
                    w.uint32(32).uint64(m.cookie);
                if (m.attr != null && $Object.hasOwnProperty.call(m, "attr"))
                    $root.hafs.v1.Attr.encode(m.attr, w.uint32(42).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Dirent.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Dirent();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ino = v;
                            else
                                delete m.ino;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.type = v;
                            else
                                delete m.type;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.cookie = v;
                            else
                                delete m.cookie;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            m.attr = $root.hafs.v1.Attr.decode(r, r.size(), $undefined, q + 1, m.attr);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Dirent.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Dirent";
            };

            return Dirent;
        })();

        v1.DirentsResult = (function() {

            const DirentsResult = function (p) {
                this.entries = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            DirentsResult.prototype.parent = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            DirentsResult.prototype.entries = $util.emptyArray;
            DirentsResult.prototype.end = false;

            DirentsResult.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.parent != null && $Object.hasOwnProperty.call(m, "parent") && (typeof m.parent === "object" ? m.parent.low || m.parent.high : m.parent !== 0))
                    w.uint32(8).uint64(m.parent);
                if (m.entries != null && m.entries.length) {
                    for (var i = 0; i < m.entries.length; ++i)
                        $root.hafs.v1.Dirent.encode(m.entries[i], w.uint32(18).fork(), q + 1).ldelim();
                }
                if (m.end != null && $Object.hasOwnProperty.call(m, "end") && m.end !== false)
                    w.uint32(24).bool(m.end);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            DirentsResult.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.DirentsResult();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.parent = v;
                            else
                                delete m.parent;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if (!(m.entries && m.entries.length))
                                m.entries = [];
                            m.entries.push($root.hafs.v1.Dirent.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.end = v;
                            else
                                delete m.end;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            DirentsResult.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.DirentsResult";
            };

            return DirentsResult;
        })();

        v1.NamesResult = (function() {

            const NamesResult = function (p) {
                this.names = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            NamesResult.prototype.names = $util.emptyArray;

            NamesResult.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.names != null && m.names.length) {
                    for (var i = 0; i < m.names.length; ++i)
                        w.uint32(10).bytes(m.names[i]);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            NamesResult.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.NamesResult();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.names && m.names.length))
                                m.names = [];
                            m.names.push(r.bytes());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            NamesResult.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.NamesResult";
            };

            return NamesResult;
        })();

        v1.SpaceResult = (function() {

            const SpaceResult = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SpaceResult.prototype.totalBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SpaceResult.prototype.availableBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SpaceResult.prototype.inodeCount = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            SpaceResult.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.totalBytes != null && $Object.hasOwnProperty.call(m, "totalBytes") && (typeof m.totalBytes === "object" ? m.totalBytes.low || m.totalBytes.high : m.totalBytes !== 0))
                    w.uint32(8).uint64(m.totalBytes);
                if (m.availableBytes != null && $Object.hasOwnProperty.call(m, "availableBytes") && (typeof m.availableBytes === "object" ? m.availableBytes.low || m.availableBytes.high : m.availableBytes !== 0))
                    w.uint32(16).uint64(m.availableBytes);
                if (m.inodeCount != null && $Object.hasOwnProperty.call(m, "inodeCount") && (typeof m.inodeCount === "object" ? m.inodeCount.low || m.inodeCount.high : m.inodeCount !== 0))
                    w.uint32(24).uint64(m.inodeCount);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SpaceResult.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.SpaceResult();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.totalBytes = v;
                            else
                                delete m.totalBytes;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.availableBytes = v;
                            else
                                delete m.availableBytes;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.inodeCount = v;
                            else
                                delete m.inodeCount;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            SpaceResult.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.SpaceResult";
            };

            return SpaceResult;
        })();

        v1.CreateTokenRequest = (function() {

            const CreateTokenRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            CreateTokenRequest.prototype.ttlMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            CreateTokenRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.ttlMs != null && $Object.hasOwnProperty.call(m, "ttlMs") && (typeof m.ttlMs === "object" ? m.ttlMs.low || m.ttlMs.high : m.ttlMs !== 0))
                    w.uint32(8).uint64(m.ttlMs);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            CreateTokenRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.CreateTokenRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ttlMs = v;
                            else
                                delete m.ttlMs;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            CreateTokenRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.CreateTokenRequest";
            };

            return CreateTokenRequest;
        })();

        v1.CreateTokenResponse = (function() {

            const CreateTokenResponse = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            CreateTokenResponse.prototype.token = "";
            CreateTokenResponse.prototype.ttlMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            CreateTokenResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.token != null && $Object.hasOwnProperty.call(m, "token") && m.token !== "")
                    w.uint32(10).string(m.token);
                if (m.ttlMs != null && $Object.hasOwnProperty.call(m, "ttlMs") && (typeof m.ttlMs === "object" ? m.ttlMs.low || m.ttlMs.high : m.ttlMs !== 0))
                    w.uint32(16).uint64(m.ttlMs);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            CreateTokenResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.CreateTokenResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.token = v;
                            else
                                delete m.token;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ttlMs = v;
                            else
                                delete m.ttlMs;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            CreateTokenResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.CreateTokenResponse";
            };

            return CreateTokenResponse;
        })();

        v1.EnrollRequest = (function() {

            const EnrollRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            EnrollRequest.prototype.secret = "";
            EnrollRequest.prototype.nodeId = "";
            EnrollRequest.prototype.request = $util.newBuffer([]);

            EnrollRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.secret != null && $Object.hasOwnProperty.call(m, "secret") && m.secret !== "")
                    w.uint32(10).string(m.secret);
                if (m.nodeId != null && $Object.hasOwnProperty.call(m, "nodeId") && m.nodeId !== "")
                    w.uint32(18).string(m.nodeId);
                if (m.request != null && $Object.hasOwnProperty.call(m, "request") && m.request.length)
                    w.uint32(26).bytes(m.request);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            EnrollRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.EnrollRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.secret = v;
                            else
                                delete m.secret;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.nodeId = v;
                            else
                                delete m.nodeId;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.request = v;
                            else
                                delete m.request;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            EnrollRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.EnrollRequest";
            };

            return EnrollRequest;
        })();

        v1.EnrollResponse = (function() {

            const EnrollResponse = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            EnrollResponse.prototype.certificate = "";
            EnrollResponse.prototype.authority = "";
            EnrollResponse.prototype.authorityKey = "";

            EnrollResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.certificate != null && $Object.hasOwnProperty.call(m, "certificate") && m.certificate !== "")
                    w.uint32(10).string(m.certificate);
                if (m.authority != null && $Object.hasOwnProperty.call(m, "authority") && m.authority !== "")
                    w.uint32(18).string(m.authority);
                if (m.authorityKey != null && $Object.hasOwnProperty.call(m, "authorityKey") && m.authorityKey !== "")
                    w.uint32(26).string(m.authorityKey);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            EnrollResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.EnrollResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.certificate = v;
                            else
                                delete m.certificate;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.authority = v;
                            else
                                delete m.authority;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.authorityKey = v;
                            else
                                delete m.authorityKey;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            EnrollResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.EnrollResponse";
            };

            return EnrollResponse;
        })();

        v1.RenewRequest = (function() {

            const RenewRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            RenewRequest.prototype.request = $util.newBuffer([]);

            RenewRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.request != null && $Object.hasOwnProperty.call(m, "request") && m.request.length)
                    w.uint32(10).bytes(m.request);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            RenewRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.RenewRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.request = v;
                            else
                                delete m.request;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            RenewRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.RenewRequest";
            };

            return RenewRequest;
        })();

        v1.RenewResponse = (function() {

            const RenewResponse = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            RenewResponse.prototype.certificate = "";

            RenewResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.certificate != null && $Object.hasOwnProperty.call(m, "certificate") && m.certificate !== "")
                    w.uint32(10).string(m.certificate);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            RenewResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.RenewResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.certificate = v;
                            else
                                delete m.certificate;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            RenewResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.RenewResponse";
            };

            return RenewResponse;
        })();

        v1.Grant = (function() {

            const Grant = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Grant.prototype.volume = "";
            Grant.prototype.directory = "";
            Grant.prototype.readOnly = false;

            Grant.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.volume != null && $Object.hasOwnProperty.call(m, "volume") && m.volume !== "")
                    w.uint32(10).string(m.volume);
                if (m.directory != null && $Object.hasOwnProperty.call(m, "directory") && m.directory !== "")
                    w.uint32(18).string(m.directory);
                if (m.readOnly != null && $Object.hasOwnProperty.call(m, "readOnly") && m.readOnly !== false)
                    w.uint32(24).bool(m.readOnly);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Grant.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Grant();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.volume = v;
                            else
                                delete m.volume;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.directory = v;
                            else
                                delete m.directory;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.readOnly = v;
                            else
                                delete m.readOnly;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Grant.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Grant";
            };

            return Grant;
        })();

        v1.PoolClient = (function() {

            const PoolClient = function (p) {
                this.grants = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            PoolClient.prototype.id = "";
            PoolClient.prototype.name = "";
            PoolClient.prototype.grants = $util.emptyArray;
            PoolClient.prototype.createdAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            PoolClient.prototype.revokedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            PoolClient.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.id != null && $Object.hasOwnProperty.call(m, "id") && m.id !== "")
                    w.uint32(10).string(m.id);
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(18).string(m.name);
                if (m.grants != null && m.grants.length) {
                    for (var i = 0; i < m.grants.length; ++i)
                        $root.hafs.v1.Grant.encode(m.grants[i], w.uint32(26).fork(), q + 1).ldelim();
                }
                if (m.createdAtMs != null && $Object.hasOwnProperty.call(m, "createdAtMs") && (typeof m.createdAtMs === "object" ? m.createdAtMs.low || m.createdAtMs.high : m.createdAtMs !== 0))
                    w.uint32(32).uint64(m.createdAtMs);
                if (m.revokedAtMs != null && $Object.hasOwnProperty.call(m, "revokedAtMs") && (typeof m.revokedAtMs === "object" ? m.revokedAtMs.low || m.revokedAtMs.high : m.revokedAtMs !== 0))
                    w.uint32(40).uint64(m.revokedAtMs);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            PoolClient.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.PoolClient();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.id = v;
                            else
                                delete m.id;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if (!(m.grants && m.grants.length))
                                m.grants = [];
                            m.grants.push($root.hafs.v1.Grant.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.createdAtMs = v;
                            else
                                delete m.createdAtMs;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.revokedAtMs = v;
                            else
                                delete m.revokedAtMs;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            PoolClient.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.PoolClient";
            };

            return PoolClient;
        })();

        v1.CreateClientRequest = (function() {

            const CreateClientRequest = function (p) {
                this.grants = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            CreateClientRequest.prototype.name = "";
            CreateClientRequest.prototype.grants = $util.emptyArray;
            CreateClientRequest.prototype.request = $util.newBuffer([]);

            CreateClientRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(10).string(m.name);
                if (m.grants != null && m.grants.length) {
                    for (var i = 0; i < m.grants.length; ++i)
                        $root.hafs.v1.Grant.encode(m.grants[i], w.uint32(18).fork(), q + 1).ldelim();
                }
                if (m.request != null && $Object.hasOwnProperty.call(m, "request") && m.request.length)
                    w.uint32(26).bytes(m.request);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            CreateClientRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.CreateClientRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if (!(m.grants && m.grants.length))
                                m.grants = [];
                            m.grants.push($root.hafs.v1.Grant.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.request = v;
                            else
                                delete m.request;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            CreateClientRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.CreateClientRequest";
            };

            return CreateClientRequest;
        })();

        v1.CreateClientResponse = (function() {

            const CreateClientResponse = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            CreateClientResponse.prototype.client = null;
            CreateClientResponse.prototype.certificate = "";

            CreateClientResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.client != null && $Object.hasOwnProperty.call(m, "client"))
                    $root.hafs.v1.PoolClient.encode(m.client, w.uint32(10).fork(), q + 1).ldelim();
                if (m.certificate != null && $Object.hasOwnProperty.call(m, "certificate") && m.certificate !== "")
                    w.uint32(18).string(m.certificate);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            CreateClientResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.CreateClientResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.client = $root.hafs.v1.PoolClient.decode(r, r.size(), $undefined, q + 1, m.client);
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.certificate = v;
                            else
                                delete m.certificate;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            CreateClientResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.CreateClientResponse";
            };

            return CreateClientResponse;
        })();

        v1.ListClientsRequest = (function() {

            const ListClientsRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ListClientsRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ListClientsRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ListClientsRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ListClientsRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ListClientsRequest";
            };

            return ListClientsRequest;
        })();

        v1.ListClientsResponse = (function() {

            const ListClientsResponse = function (p) {
                this.clients = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ListClientsResponse.prototype.clients = $util.emptyArray;

            ListClientsResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.clients != null && m.clients.length) {
                    for (var i = 0; i < m.clients.length; ++i)
                        $root.hafs.v1.PoolClient.encode(m.clients[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ListClientsResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ListClientsResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.clients && m.clients.length))
                                m.clients = [];
                            m.clients.push($root.hafs.v1.PoolClient.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ListClientsResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ListClientsResponse";
            };

            return ListClientsResponse;
        })();

        v1.RevokeClientRequest = (function() {

            const RevokeClientRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            RevokeClientRequest.prototype.name = "";

            RevokeClientRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(10).string(m.name);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            RevokeClientRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.RevokeClientRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            RevokeClientRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.RevokeClientRequest";
            };

            return RevokeClientRequest;
        })();

        v1.RevokeClientResponse = (function() {

            const RevokeClientResponse = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            RevokeClientResponse.prototype.client = null;

            RevokeClientResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.client != null && $Object.hasOwnProperty.call(m, "client"))
                    $root.hafs.v1.PoolClient.encode(m.client, w.uint32(10).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            RevokeClientResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.RevokeClientResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.client = $root.hafs.v1.PoolClient.decode(r, r.size(), $undefined, q + 1, m.client);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            RevokeClientResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.RevokeClientResponse";
            };

            return RevokeClientResponse;
        })();

        v1.Node = (function() {

            const Node = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Node.prototype.id = "";
            Node.prototype.name = "";
            Node.prototype.address = "";
            Node.prototype.drainedRun = "";

            Node.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.id != null && $Object.hasOwnProperty.call(m, "id") && m.id !== "")
                    w.uint32(10).string(m.id);
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(18).string(m.name);
                if (m.address != null && $Object.hasOwnProperty.call(m, "address") && m.address !== "")
                    w.uint32(26).string(m.address);
                if (m.drainedRun != null && $Object.hasOwnProperty.call(m, "drainedRun") && m.drainedRun !== "")
                    w.uint32(34).string(m.drainedRun);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Node.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Node();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.id = v;
                            else
                                delete m.id;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.address = v;
                            else
                                delete m.address;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.drainedRun = v;
                            else
                                delete m.drainedRun;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Node.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Node";
            };

            return Node;
        })();

        v1.ProbeRequest = (function() {

            const ProbeRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ProbeRequest.prototype.address = "";

            ProbeRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.address != null && $Object.hasOwnProperty.call(m, "address") && m.address !== "")
                    w.uint32(10).string(m.address);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ProbeRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ProbeRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.address = v;
                            else
                                delete m.address;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ProbeRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ProbeRequest";
            };

            return ProbeRequest;
        })();

        v1.ProbeResponse = (function() {

            const ProbeResponse = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ProbeResponse.prototype.node = null;
            ProbeResponse.prototype.alreadyMember = false;

            ProbeResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.node != null && $Object.hasOwnProperty.call(m, "node"))
                    $root.hafs.v1.Node.encode(m.node, w.uint32(10).fork(), q + 1).ldelim();
                if (m.alreadyMember != null && $Object.hasOwnProperty.call(m, "alreadyMember") && m.alreadyMember !== false)
                    w.uint32(16).bool(m.alreadyMember);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ProbeResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ProbeResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.node = $root.hafs.v1.Node.decode(r, r.size(), $undefined, q + 1, m.node);
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.alreadyMember = v;
                            else
                                delete m.alreadyMember;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ProbeResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ProbeResponse";
            };

            return ProbeResponse;
        })();

        v1.DetachRequest = (function() {

            const DetachRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            DetachRequest.prototype.address = "";

            DetachRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.address != null && $Object.hasOwnProperty.call(m, "address") && m.address !== "")
                    w.uint32(10).string(m.address);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            DetachRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.DetachRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.address = v;
                            else
                                delete m.address;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            DetachRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.DetachRequest";
            };

            return DetachRequest;
        })();

        v1.DetachResponse = (function() {

            const DetachResponse = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            DetachResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            DetachResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.DetachResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            DetachResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.DetachResponse";
            };

            return DetachResponse;
        })();

        v1.ListNodesRequest = (function() {

            const ListNodesRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ListNodesRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ListNodesRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ListNodesRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ListNodesRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ListNodesRequest";
            };

            return ListNodesRequest;
        })();

        v1.ListNodesResponse = (function() {

            const ListNodesResponse = function (p) {
                this.nodes = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ListNodesResponse.prototype.nodes = $util.emptyArray;
            ListNodesResponse.prototype.quorum = false;
            ListNodesResponse.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ListNodesResponse.prototype.manager = "";
            ListNodesResponse.prototype.insecure = false;

            ListNodesResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.nodes != null && m.nodes.length) {
                    for (var i = 0; i < m.nodes.length; ++i)
                        $root.hafs.v1.NodeStatus.encode(m.nodes[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.quorum != null && $Object.hasOwnProperty.call(m, "quorum") && m.quorum !== false)
                    w.uint32(16).bool(m.quorum);
                if (m.term != null && $Object.hasOwnProperty.call(m, "term") && (typeof m.term === "object" ? m.term.low || m.term.high : m.term !== 0))
                    w.uint32(24).uint64(m.term);
                if (m.manager != null && $Object.hasOwnProperty.call(m, "manager") && m.manager !== "")
                    w.uint32(34).string(m.manager);
                if (m.insecure != null && $Object.hasOwnProperty.call(m, "insecure") && m.insecure !== false)
                    w.uint32(40).bool(m.insecure);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ListNodesResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ListNodesResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.nodes && m.nodes.length))
                                m.nodes = [];
                            m.nodes.push($root.hafs.v1.NodeStatus.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.quorum = v;
                            else
                                delete m.quorum;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.term = v;
                            else
                                delete m.term;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.manager = v;
                            else
                                delete m.manager;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.insecure = v;
                            else
                                delete m.insecure;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ListNodesResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ListNodesResponse";
            };

            return ListNodesResponse;
        })();

        v1.NodeStatus = (function() {

            const NodeStatus = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            NodeStatus.prototype.node = null;
            NodeStatus.prototype.connected = false;
            NodeStatus.prototype.local = false;

            NodeStatus.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.node != null && $Object.hasOwnProperty.call(m, "node"))
                    $root.hafs.v1.Node.encode(m.node, w.uint32(10).fork(), q + 1).ldelim();
                if (m.connected != null && $Object.hasOwnProperty.call(m, "connected") && m.connected !== false)
                    w.uint32(16).bool(m.connected);
                if (m.local != null && $Object.hasOwnProperty.call(m, "local") && m.local !== false)
                    w.uint32(24).bool(m.local);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            NodeStatus.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.NodeStatus();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.node = $root.hafs.v1.Node.decode(r, r.size(), $undefined, q + 1, m.node);
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.connected = v;
                            else
                                delete m.connected;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.local = v;
                            else
                                delete m.local;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            NodeStatus.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.NodeStatus";
            };

            return NodeStatus;
        })();

        v1.DrainRequest = (function() {

            const DrainRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            DrainRequest.prototype.node = "";
            DrainRequest.prototype.undo = false;

            DrainRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.node != null && $Object.hasOwnProperty.call(m, "node") && m.node !== "")
                    w.uint32(10).string(m.node);
                if (m.undo != null && $Object.hasOwnProperty.call(m, "undo") && m.undo !== false)
                    w.uint32(16).bool(m.undo);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            DrainRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.DrainRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.node = v;
                            else
                                delete m.node;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.undo = v;
                            else
                                delete m.undo;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            DrainRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.DrainRequest";
            };

            return DrainRequest;
        })();

        v1.DrainResponse = (function() {

            const DrainResponse = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            DrainResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            DrainResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.DrainResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            DrainResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.DrainResponse";
            };

            return DrainResponse;
        })();

        v1.DrainStatusRequest = (function() {

            const DrainStatusRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            DrainStatusRequest.prototype.node = "";

            DrainStatusRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.node != null && $Object.hasOwnProperty.call(m, "node") && m.node !== "")
                    w.uint32(10).string(m.node);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            DrainStatusRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.DrainStatusRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.node = v;
                            else
                                delete m.node;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            DrainStatusRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.DrainStatusRequest";
            };

            return DrainStatusRequest;
        })();

        v1.DrainStatusResponse = (function() {

            const DrainStatusResponse = function (p) {
                this.unsynced = [];
                this.managed = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            DrainStatusResponse.prototype.node = null;
            DrainStatusResponse.prototype.drained = false;
            DrainStatusResponse.prototype.refusal = "";
            DrainStatusResponse.prototype.unsynced = $util.emptyArray;
            DrainStatusResponse.prototype.managed = $util.emptyArray;

            DrainStatusResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.node != null && $Object.hasOwnProperty.call(m, "node"))
                    $root.hafs.v1.Node.encode(m.node, w.uint32(10).fork(), q + 1).ldelim();
                if (m.drained != null && $Object.hasOwnProperty.call(m, "drained") && m.drained !== false)
                    w.uint32(16).bool(m.drained);
                if (m.refusal != null && $Object.hasOwnProperty.call(m, "refusal") && m.refusal !== "")
                    w.uint32(26).string(m.refusal);
                if (m.unsynced != null && m.unsynced.length) {
                    for (var i = 0; i < m.unsynced.length; ++i)
                        w.uint32(34).string(m.unsynced[i]);
                }
                if (m.managed != null && m.managed.length) {
                    for (var i = 0; i < m.managed.length; ++i)
                        w.uint32(42).string(m.managed[i]);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            DrainStatusResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.DrainStatusResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.node = $root.hafs.v1.Node.decode(r, r.size(), $undefined, q + 1, m.node);
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.drained = v;
                            else
                                delete m.drained;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.refusal = v;
                            else
                                delete m.refusal;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if (!(m.unsynced && m.unsynced.length))
                                m.unsynced = [];
                            m.unsynced.push(r.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if (!(m.managed && m.managed.length))
                                m.managed = [];
                            m.managed.push(r.stringVerify());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            DrainStatusResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.DrainStatusResponse";
            };

            return DrainStatusResponse;
        })();

        v1.JoinRequest = (function() {

            const JoinRequest = function (p) {
                this.nodes = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            JoinRequest.prototype.pool = "";
            JoinRequest.prototype.nodes = $util.emptyArray;

            JoinRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.pool != null && $Object.hasOwnProperty.call(m, "pool") && m.pool !== "")
                    w.uint32(10).string(m.pool);
                if (m.nodes != null && m.nodes.length) {
                    for (var i = 0; i < m.nodes.length; ++i)
                        $root.hafs.v1.Node.encode(m.nodes[i], w.uint32(18).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            JoinRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.JoinRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.pool = v;
                            else
                                delete m.pool;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if (!(m.nodes && m.nodes.length))
                                m.nodes = [];
                            m.nodes.push($root.hafs.v1.Node.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            JoinRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.JoinRequest";
            };

            return JoinRequest;
        })();

        v1.JoinResponse = (function() {

            const JoinResponse = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            JoinResponse.prototype.node = null;
            JoinResponse.prototype.brick = "";

            JoinResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.node != null && $Object.hasOwnProperty.call(m, "node"))
                    $root.hafs.v1.Node.encode(m.node, w.uint32(10).fork(), q + 1).ldelim();
                if (m.brick != null && $Object.hasOwnProperty.call(m, "brick") && m.brick !== "")
                    w.uint32(18).string(m.brick);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            JoinResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.JoinResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.node = $root.hafs.v1.Node.decode(r, r.size(), $undefined, q + 1, m.node);
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.brick = v;
                            else
                                delete m.brick;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            JoinResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.JoinResponse";
            };

            return JoinResponse;
        })();

        v1.IdentifyRequest = (function() {

            const IdentifyRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            IdentifyRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            IdentifyRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.IdentifyRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            IdentifyRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.IdentifyRequest";
            };

            return IdentifyRequest;
        })();

        v1.IdentifyResponse = (function() {

            const IdentifyResponse = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            IdentifyResponse.prototype.node = null;
            IdentifyResponse.prototype.pool = "";
            IdentifyResponse.prototype.poolNodes = 0;
            IdentifyResponse.prototype.hasVolumes = false;
            IdentifyResponse.prototype.version = "";
            IdentifyResponse.prototype.run = "";

            IdentifyResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.node != null && $Object.hasOwnProperty.call(m, "node"))
                    $root.hafs.v1.Node.encode(m.node, w.uint32(10).fork(), q + 1).ldelim();
                if (m.pool != null && $Object.hasOwnProperty.call(m, "pool") && m.pool !== "")
                    w.uint32(18).string(m.pool);
                if (m.poolNodes != null && $Object.hasOwnProperty.call(m, "poolNodes") && m.poolNodes !== 0)
                    w.uint32(24).uint32(m.poolNodes);
                if (m.hasVolumes != null && $Object.hasOwnProperty.call(m, "hasVolumes") && m.hasVolumes !== false)
                    w.uint32(32).bool(m.hasVolumes);
                if (m.version != null && $Object.hasOwnProperty.call(m, "version") && m.version !== "")
                    w.uint32(42).string(m.version);
                if (m.run != null && $Object.hasOwnProperty.call(m, "run") && m.run !== "")
                    w.uint32(50).string(m.run);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            IdentifyResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.IdentifyResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.node = $root.hafs.v1.Node.decode(r, r.size(), $undefined, q + 1, m.node);
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.pool = v;
                            else
                                delete m.pool;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.poolNodes = v;
                            else
                                delete m.poolNodes;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.hasVolumes = v;
                            else
                                delete m.hasVolumes;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.version = v;
                            else
                                delete m.version;
                            continue;
                        }
                    case 6: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.run = v;
                            else
                                delete m.run;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            IdentifyResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.IdentifyResponse";
            };

            return IdentifyResponse;
        })();

        v1.LeaveRequest = (function() {

            const LeaveRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            LeaveRequest.prototype.pool = "";

            LeaveRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.pool != null && $Object.hasOwnProperty.call(m, "pool") && m.pool !== "")
                    w.uint32(10).string(m.pool);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            LeaveRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.LeaveRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.pool = v;
                            else
                                delete m.pool;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            LeaveRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.LeaveRequest";
            };

            return LeaveRequest;
        })();

        v1.LeaveResponse = (function() {

            const LeaveResponse = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            LeaveResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            LeaveResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.LeaveResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            LeaveResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.LeaveResponse";
            };

            return LeaveResponse;
        })();

        v1.PoolEvent = (function() {

            const PoolEvent = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            PoolEvent.prototype.nodeId = "";
            PoolEvent.prototype.node = "";
            PoolEvent.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            PoolEvent.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            PoolEvent.prototype.kind = "";
            PoolEvent.prototype.severity = "";
            PoolEvent.prototype.volume = "";
            PoolEvent.prototype.message = "";

            PoolEvent.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.nodeId != null && $Object.hasOwnProperty.call(m, "nodeId") && m.nodeId !== "")
                    w.uint32(10).string(m.nodeId);
                if (m.node != null && $Object.hasOwnProperty.call(m, "node") && m.node !== "")
                    w.uint32(18).string(m.node);
                if (m.sequence != null && $Object.hasOwnProperty.call(m, "sequence") && (typeof m.sequence === "object" ? m.sequence.low || m.sequence.high : m.sequence !== 0))
                    w.uint32(24).uint64(m.sequence);
                if (m.atMs != null && $Object.hasOwnProperty.call(m, "atMs") && (typeof m.atMs === "object" ? m.atMs.low || m.atMs.high : m.atMs !== 0))
                    w.uint32(32).uint64(m.atMs);
                if (m.kind != null && $Object.hasOwnProperty.call(m, "kind") && m.kind !== "")
                    w.uint32(42).string(m.kind);
                if (m.severity != null && $Object.hasOwnProperty.call(m, "severity") && m.severity !== "")
                    w.uint32(50).string(m.severity);
                if (m.volume != null && $Object.hasOwnProperty.call(m, "volume") && m.volume !== "")
                    w.uint32(58).string(m.volume);
                if (m.message != null && $Object.hasOwnProperty.call(m, "message") && m.message !== "")
                    w.uint32(66).string(m.message);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            PoolEvent.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.PoolEvent();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.nodeId = v;
                            else
                                delete m.nodeId;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.node = v;
                            else
                                delete m.node;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.sequence = v;
                            else
                                delete m.sequence;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.atMs = v;
                            else
                                delete m.atMs;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.kind = v;
                            else
                                delete m.kind;
                            continue;
                        }
                    case 6: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.severity = v;
                            else
                                delete m.severity;
                            continue;
                        }
                    case 7: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.volume = v;
                            else
                                delete m.volume;
                            continue;
                        }
                    case 8: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.message = v;
                            else
                                delete m.message;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            PoolEvent.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.PoolEvent";
            };

            return PoolEvent;
        })();

        v1.EventsRequest = (function() {

            const EventsRequest = function (p) {
                this.after = {};
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            EventsRequest.prototype.volume = "";
            EventsRequest.prototype.after = $util.emptyObject;

            EventsRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.volume != null && $Object.hasOwnProperty.call(m, "volume") && m.volume !== "")
                    w.uint32(10).string(m.volume);
                if (m.after != null && $Object.hasOwnProperty.call(m, "after")) {
                    for (var ks = $Object.keys(m.after), i = 0; i < ks.length; ++i) {
                        w.uint32(18).fork().uint32(10).string(ks[i]).uint32(16).uint64(m.after[ks[i]]).ldelim();
                    }
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            EventsRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, k, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.EventsRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.volume = v;
                            else
                                delete m.volume;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if (m.after === $util.emptyObject)
                                m.after = {};
                            var c2 = r.size() + r.pos;
                            if (c2 > r.len)
                                throw $RangeError("index out of range");
                            r.len = c2;
                            k = "";
                            v = $util.Long ? $util.Long.fromNumber(0, true) : 0;
                            while (r.pos < c2) {
                                var t2 = r.tag();
                                u = t2 & 7;
                                switch (t2 >>>= 3) {
                                case 1:
                                    if (u !== 2)
                                        break;
                                    k = r.stringVerify();
                                    continue;
                                case 2:
                                    if (u !== 0)
                                        break;
                                    v = r.uint64();
                                    continue;
                                }
                                r.skipType(u, q, t2);
                            }
                            if (r.pos !== c2)
                                throw $RangeError("index out of range");
                            r.len = c;
                            if (k === "__proto__")
                                $util.makeProp(m.after, k);
                            m.after[k] = v;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            EventsRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.EventsRequest";
            };

            return EventsRequest;
        })();

        v1.EventsResponse = (function() {

            const EventsResponse = function (p) {
                this.events = [];
                this.last = {};
                this.silent = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            EventsResponse.prototype.events = $util.emptyArray;
            EventsResponse.prototype.last = $util.emptyObject;
            EventsResponse.prototype.silent = $util.emptyArray;

            EventsResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.events != null && m.events.length) {
                    for (var i = 0; i < m.events.length; ++i)
                        $root.hafs.v1.PoolEvent.encode(m.events[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.last != null && $Object.hasOwnProperty.call(m, "last")) {
                    for (var ks = $Object.keys(m.last), i = 0; i < ks.length; ++i) {
                        w.uint32(18).fork().uint32(10).string(ks[i]).uint32(16).uint64(m.last[ks[i]]).ldelim();
                    }
                }
                if (m.silent != null && m.silent.length) {
                    for (var i = 0; i < m.silent.length; ++i)
                        w.uint32(26).string(m.silent[i]);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            EventsResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, k, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.EventsResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.events && m.events.length))
                                m.events = [];
                            m.events.push($root.hafs.v1.PoolEvent.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if (m.last === $util.emptyObject)
                                m.last = {};
                            var c2 = r.size() + r.pos;
                            if (c2 > r.len)
                                throw $RangeError("index out of range");
                            r.len = c2;
                            k = "";
                            v = $util.Long ? $util.Long.fromNumber(0, true) : 0;
                            while (r.pos < c2) {
                                var t2 = r.tag();
                                u = t2 & 7;
                                switch (t2 >>>= 3) {
                                case 1:
                                    if (u !== 2)
                                        break;
                                    k = r.stringVerify();
                                    continue;
                                case 2:
                                    if (u !== 0)
                                        break;
                                    v = r.uint64();
                                    continue;
                                }
                                r.skipType(u, q, t2);
                            }
                            if (r.pos !== c2)
                                throw $RangeError("index out of range");
                            r.len = c;
                            if (k === "__proto__")
                                $util.makeProp(m.last, k);
                            m.last[k] = v;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if (!(m.silent && m.silent.length))
                                m.silent = [];
                            m.silent.push(r.stringVerify());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            EventsResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.EventsResponse";
            };

            return EventsResponse;
        })();

        v1.NodeEventsRequest = (function() {

            const NodeEventsRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            NodeEventsRequest.prototype.after = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            NodeEventsRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.after != null && $Object.hasOwnProperty.call(m, "after") && (typeof m.after === "object" ? m.after.low || m.after.high : m.after !== 0))
                    w.uint32(8).uint64(m.after);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            NodeEventsRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.NodeEventsRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.after = v;
                            else
                                delete m.after;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            NodeEventsRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.NodeEventsRequest";
            };

            return NodeEventsRequest;
        })();

        v1.NodeEventsResponse = (function() {

            const NodeEventsResponse = function (p) {
                this.events = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            NodeEventsResponse.prototype.events = $util.emptyArray;
            NodeEventsResponse.prototype.last = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            NodeEventsResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.events != null && m.events.length) {
                    for (var i = 0; i < m.events.length; ++i)
                        $root.hafs.v1.PoolEvent.encode(m.events[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.last != null && $Object.hasOwnProperty.call(m, "last") && (typeof m.last === "object" ? m.last.low || m.last.high : m.last !== 0))
                    w.uint32(16).uint64(m.last);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            NodeEventsResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.NodeEventsResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.events && m.events.length))
                                m.events = [];
                            m.events.push($root.hafs.v1.PoolEvent.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.last = v;
                            else
                                delete m.last;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            NodeEventsResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.NodeEventsResponse";
            };

            return NodeEventsResponse;
        })();

        v1.SetPoolOptionRequest = (function() {

            const SetPoolOptionRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SetPoolOptionRequest.prototype.key = "";
            SetPoolOptionRequest.prototype.value = "";
            SetPoolOptionRequest.prototype.reset = false;

            SetPoolOptionRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.key != null && $Object.hasOwnProperty.call(m, "key") && m.key !== "")
                    w.uint32(10).string(m.key);
                if (m.value != null && $Object.hasOwnProperty.call(m, "value") && m.value !== "")
                    w.uint32(18).string(m.value);
                if (m.reset != null && $Object.hasOwnProperty.call(m, "reset") && m.reset !== false)
                    w.uint32(24).bool(m.reset);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SetPoolOptionRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.SetPoolOptionRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.key = v;
                            else
                                delete m.key;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.value = v;
                            else
                                delete m.value;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.reset = v;
                            else
                                delete m.reset;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            SetPoolOptionRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.SetPoolOptionRequest";
            };

            return SetPoolOptionRequest;
        })();

        v1.GetPoolOptionsRequest = (function() {

            const GetPoolOptionsRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            GetPoolOptionsRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            GetPoolOptionsRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.GetPoolOptionsRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            GetPoolOptionsRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.GetPoolOptionsRequest";
            };

            return GetPoolOptionsRequest;
        })();

        v1.PoolOptions = (function() {

            const PoolOptions = function (p) {
                this.options = {};
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            PoolOptions.prototype.options = $util.emptyObject;

            PoolOptions.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.options != null && $Object.hasOwnProperty.call(m, "options")) {
                    for (var ks = $Object.keys(m.options), i = 0; i < ks.length; ++i) {
                        w.uint32(10).fork().uint32(10).string(ks[i]).uint32(18).string(m.options[ks[i]]).ldelim();
                    }
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            PoolOptions.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, k, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.PoolOptions();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (m.options === $util.emptyObject)
                                m.options = {};
                            var c2 = r.size() + r.pos;
                            if (c2 > r.len)
                                throw $RangeError("index out of range");
                            r.len = c2;
                            k = "";
                            v = "";
                            while (r.pos < c2) {
                                var t2 = r.tag();
                                u = t2 & 7;
                                switch (t2 >>>= 3) {
                                case 1:
                                    if (u !== 2)
                                        break;
                                    k = r.stringVerify();
                                    continue;
                                case 2:
                                    if (u !== 2)
                                        break;
                                    v = r.stringVerify();
                                    continue;
                                }
                                r.skipType(u, q, t2);
                            }
                            if (r.pos !== c2)
                                throw $RangeError("index out of range");
                            r.len = c;
                            if (k === "__proto__")
                                $util.makeProp(m.options, k);
                            m.options[k] = v;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            PoolOptions.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.PoolOptions";
            };

            return PoolOptions;
        })();

        v1.LinkEnd = (function() {

            const LinkEnd = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            LinkEnd.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            LinkEnd.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.LinkEnd();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            LinkEnd.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.LinkEnd";
            };

            return LinkEnd;
        })();

        v1.LinkMessage = (function() {

            const LinkMessage = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            LinkMessage.prototype.fromNode = "";
            LinkMessage.prototype.group = "";
            LinkMessage.prototype.fromBrick = "";
            LinkMessage.prototype.toBrick = "";
            LinkMessage.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            LinkMessage.prototype.voteRequest = null;
            LinkMessage.prototype.voteReply = null;
            LinkMessage.prototype.heartbeat = null;
            LinkMessage.prototype.standing = null;
            LinkMessage.prototype.append = null;
            LinkMessage.prototype.appendReply = null;
            LinkMessage.prototype.campaign = null;
            LinkMessage.prototype.healBegin = null;
            LinkMessage.prototype.healReady = null;
            LinkMessage.prototype.healBatch = null;
            LinkMessage.prototype.healAck = null;
            LinkMessage.prototype.healEnd = null;
            LinkMessage.prototype.checksumRequest = null;
            LinkMessage.prototype.checksumReply = null;
            LinkMessage.prototype.fetchRequest = null;
            LinkMessage.prototype.fetchReply = null;
            LinkMessage.prototype.repairRequest = null;

            let $oneOfFields;

            $Object.defineProperty(LinkMessage.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["voteRequest", "voteReply", "heartbeat", "standing", "append", "appendReply", "campaign", "healBegin", "healReady", "healBatch", "healAck", "healEnd", "checksumRequest", "checksumReply", "fetchRequest", "fetchReply", "repairRequest"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            LinkMessage.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.fromNode != null && $Object.hasOwnProperty.call(m, "fromNode") && m.fromNode !== "")
                    w.uint32(10).string(m.fromNode);
                if (m.group != null && $Object.hasOwnProperty.call(m, "group") && m.group !== "")
                    w.uint32(18).string(m.group);
                if (m.fromBrick != null && $Object.hasOwnProperty.call(m, "fromBrick") && m.fromBrick !== "")
                    w.uint32(26).string(m.fromBrick);
                if (m.toBrick != null && $Object.hasOwnProperty.call(m, "toBrick") && m.toBrick !== "")
                    w.uint32(34).string(m.toBrick);
                if (m.term != null && $Object.hasOwnProperty.call(m, "term") && (typeof m.term === "object" ? m.term.low || m.term.high : m.term !== 0))
                    w.uint32(40).uint64(m.term);
                if (m.voteRequest != null && $Object.hasOwnProperty.call(m, "voteRequest"))
                    $root.hafs.v1.VoteRequest.encode(m.voteRequest, w.uint32(82).fork(), q + 1).ldelim();
                if (m.voteReply != null && $Object.hasOwnProperty.call(m, "voteReply"))
                    $root.hafs.v1.VoteReply.encode(m.voteReply, w.uint32(90).fork(), q + 1).ldelim();
                if (m.heartbeat != null && $Object.hasOwnProperty.call(m, "heartbeat"))
                    $root.hafs.v1.Heartbeat.encode(m.heartbeat, w.uint32(98).fork(), q + 1).ldelim();
                if (m.standing != null && $Object.hasOwnProperty.call(m, "standing"))
                    $root.hafs.v1.Standing.encode(m.standing, w.uint32(106).fork(), q + 1).ldelim();
                if (m.append != null && $Object.hasOwnProperty.call(m, "append"))
                    $root.hafs.v1.Append.encode(m.append, w.uint32(114).fork(), q + 1).ldelim();
                if (m.appendReply != null && $Object.hasOwnProperty.call(m, "appendReply"))
                    $root.hafs.v1.AppendReply.encode(m.appendReply, w.uint32(122).fork(), q + 1).ldelim();
                if (m.campaign != null && $Object.hasOwnProperty.call(m, "campaign"))
                    $root.hafs.v1.Campaign.encode(m.campaign, w.uint32(130).fork(), q + 1).ldelim();
                if (m.healBegin != null && $Object.hasOwnProperty.call(m, "healBegin"))
                    $root.hafs.v1.HealBegin.encode(m.healBegin, w.uint32(162).fork(), q + 1).ldelim();
                if (m.healReady != null && $Object.hasOwnProperty.call(m, "healReady"))
                    $root.hafs.v1.HealReady.encode(m.healReady, w.uint32(170).fork(), q + 1).ldelim();
                if (m.healBatch != null && $Object.hasOwnProperty.call(m, "healBatch"))
                    $root.hafs.v1.HealBatch.encode(m.healBatch, w.uint32(178).fork(), q + 1).ldelim();
                if (m.healAck != null && $Object.hasOwnProperty.call(m, "healAck"))
                    $root.hafs.v1.HealAck.encode(m.healAck, w.uint32(186).fork(), q + 1).ldelim();
                if (m.healEnd != null && $Object.hasOwnProperty.call(m, "healEnd"))
                    $root.hafs.v1.HealEnd.encode(m.healEnd, w.uint32(194).fork(), q + 1).ldelim();
                if (m.checksumRequest != null && $Object.hasOwnProperty.call(m, "checksumRequest"))
                    $root.hafs.v1.ChecksumRequest.encode(m.checksumRequest, w.uint32(242).fork(), q + 1).ldelim();
                if (m.checksumReply != null && $Object.hasOwnProperty.call(m, "checksumReply"))
                    $root.hafs.v1.ChecksumReply.encode(m.checksumReply, w.uint32(250).fork(), q + 1).ldelim();
                if (m.fetchRequest != null && $Object.hasOwnProperty.call(m, "fetchRequest"))
                    $root.hafs.v1.FetchRequest.encode(m.fetchRequest, w.uint32(322).fork(), q + 1).ldelim();
                if (m.fetchReply != null && $Object.hasOwnProperty.call(m, "fetchReply"))
                    $root.hafs.v1.FetchReply.encode(m.fetchReply, w.uint32(330).fork(), q + 1).ldelim();
                if (m.repairRequest != null && $Object.hasOwnProperty.call(m, "repairRequest"))
                    $root.hafs.v1.RepairRequest.encode(m.repairRequest, w.uint32(338).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            LinkMessage.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.LinkMessage();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.fromNode = v;
                            else
                                delete m.fromNode;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.group = v;
                            else
                                delete m.group;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.fromBrick = v;
                            else
                                delete m.fromBrick;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.toBrick = v;
                            else
                                delete m.toBrick;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.term = v;
                            else
                                delete m.term;
                            continue;
                        }
                    case 10: {
                            if (u !== 2)
                                break;
                            m.voteRequest = $root.hafs.v1.VoteRequest.decode(r, r.size(), $undefined, q + 1, m.voteRequest);
                            m.body = "voteRequest";
                            continue;
                        }
                    case 11: {
                            if (u !== 2)
                                break;
                            m.voteReply = $root.hafs.v1.VoteReply.decode(r, r.size(), $undefined, q + 1, m.voteReply);
                            m.body = "voteReply";
                            continue;
                        }
                    case 12: {
                            if (u !== 2)
                                break;
                            m.heartbeat = $root.hafs.v1.Heartbeat.decode(r, r.size(), $undefined, q + 1, m.heartbeat);
                            m.body = "heartbeat";
                            continue;
                        }
                    case 13: {
                            if (u !== 2)
                                break;
                            m.standing = $root.hafs.v1.Standing.decode(r, r.size(), $undefined, q + 1, m.standing);
                            m.body = "standing";
                            continue;
                        }
                    case 14: {
                            if (u !== 2)
                                break;
                            m.append = $root.hafs.v1.Append.decode(r, r.size(), $undefined, q + 1, m.append);
                            m.body = "append";
                            continue;
                        }
                    case 15: {
                            if (u !== 2)
                                break;
                            m.appendReply = $root.hafs.v1.AppendReply.decode(r, r.size(), $undefined, q + 1, m.appendReply);
                            m.body = "appendReply";
                            continue;
                        }
                    case 16: {
                            if (u !== 2)
                                break;
                            m.campaign = $root.hafs.v1.Campaign.decode(r, r.size(), $undefined, q + 1, m.campaign);
                            m.body = "campaign";
                            continue;
                        }
                    case 20: {
                            if (u !== 2)
                                break;
                            m.healBegin = $root.hafs.v1.HealBegin.decode(r, r.size(), $undefined, q + 1, m.healBegin);
                            m.body = "healBegin";
                            continue;
                        }
                    case 21: {
                            if (u !== 2)
                                break;
                            m.healReady = $root.hafs.v1.HealReady.decode(r, r.size(), $undefined, q + 1, m.healReady);
                            m.body = "healReady";
                            continue;
                        }
                    case 22: {
                            if (u !== 2)
                                break;
                            m.healBatch = $root.hafs.v1.HealBatch.decode(r, r.size(), $undefined, q + 1, m.healBatch);
                            m.body = "healBatch";
                            continue;
                        }
                    case 23: {
                            if (u !== 2)
                                break;
                            m.healAck = $root.hafs.v1.HealAck.decode(r, r.size(), $undefined, q + 1, m.healAck);
                            m.body = "healAck";
                            continue;
                        }
                    case 24: {
                            if (u !== 2)
                                break;
                            m.healEnd = $root.hafs.v1.HealEnd.decode(r, r.size(), $undefined, q + 1, m.healEnd);
                            m.body = "healEnd";
                            continue;
                        }
                    case 30: {
                            if (u !== 2)
                                break;
                            m.checksumRequest = $root.hafs.v1.ChecksumRequest.decode(r, r.size(), $undefined, q + 1, m.checksumRequest);
                            m.body = "checksumRequest";
                            continue;
                        }
                    case 31: {
                            if (u !== 2)
                                break;
                            m.checksumReply = $root.hafs.v1.ChecksumReply.decode(r, r.size(), $undefined, q + 1, m.checksumReply);
                            m.body = "checksumReply";
                            continue;
                        }
                    case 40: {
                            if (u !== 2)
                                break;
                            m.fetchRequest = $root.hafs.v1.FetchRequest.decode(r, r.size(), $undefined, q + 1, m.fetchRequest);
                            m.body = "fetchRequest";
                            continue;
                        }
                    case 41: {
                            if (u !== 2)
                                break;
                            m.fetchReply = $root.hafs.v1.FetchReply.decode(r, r.size(), $undefined, q + 1, m.fetchReply);
                            m.body = "fetchReply";
                            continue;
                        }
                    case 42: {
                            if (u !== 2)
                                break;
                            m.repairRequest = $root.hafs.v1.RepairRequest.decode(r, r.size(), $undefined, q + 1, m.repairRequest);
                            m.body = "repairRequest";
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            LinkMessage.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.LinkMessage";
            };

            return LinkMessage;
        })();

        v1.Position = (function() {

            const Position = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Position.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Position.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            Position.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.term != null && $Object.hasOwnProperty.call(m, "term") && (typeof m.term === "object" ? m.term.low || m.term.high : m.term !== 0))
                    w.uint32(8).uint64(m.term);
                if (m.index != null && $Object.hasOwnProperty.call(m, "index") && (typeof m.index === "object" ? m.index.low || m.index.high : m.index !== 0))
                    w.uint32(16).uint64(m.index);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Position.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Position();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.term = v;
                            else
                                delete m.term;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.index = v;
                            else
                                delete m.index;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Position.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Position";
            };

            return Position;
        })();

        v1.VoteRequest = (function() {

            const VoteRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            VoteRequest.prototype.tail = null;
            VoteRequest.prototype.preVote = false;
            VoteRequest.prototype.transfer = false;

            VoteRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.tail != null && $Object.hasOwnProperty.call(m, "tail"))
                    $root.hafs.v1.Position.encode(m.tail, w.uint32(10).fork(), q + 1).ldelim();
                if (m.preVote != null && $Object.hasOwnProperty.call(m, "preVote") && m.preVote !== false)
                    w.uint32(16).bool(m.preVote);
                if (m.transfer != null && $Object.hasOwnProperty.call(m, "transfer") && m.transfer !== false)
                    w.uint32(24).bool(m.transfer);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            VoteRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.VoteRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.tail = $root.hafs.v1.Position.decode(r, r.size(), $undefined, q + 1, m.tail);
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.preVote = v;
                            else
                                delete m.preVote;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.transfer = v;
                            else
                                delete m.transfer;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            VoteRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.VoteRequest";
            };

            return VoteRequest;
        })();

        v1.VoteReply = (function() {

            const VoteReply = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            VoteReply.prototype.preVote = false;
            VoteReply.prototype.granted = false;
            VoteReply.prototype.memory = 0;
            VoteReply.prototype.canStand = false;

            VoteReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.preVote != null && $Object.hasOwnProperty.call(m, "preVote") && m.preVote !== false)
                    w.uint32(8).bool(m.preVote);
                if (m.granted != null && $Object.hasOwnProperty.call(m, "granted") && m.granted !== false)
                    w.uint32(16).bool(m.granted);
                if (m.memory != null && $Object.hasOwnProperty.call(m, "memory") && m.memory !== 0)
                    w.uint32(24).uint32(m.memory);
                if (m.canStand != null && $Object.hasOwnProperty.call(m, "canStand") && m.canStand !== false)
                    w.uint32(32).bool(m.canStand);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            VoteReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.VoteReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.preVote = v;
                            else
                                delete m.preVote;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.granted = v;
                            else
                                delete m.granted;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.memory = v;
                            else
                                delete m.memory;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.canStand = v;
                            else
                                delete m.canStand;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            VoteReply.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.VoteReply";
            };

            return VoteReply;
        })();

        v1.Heartbeat = (function() {

            const Heartbeat = function (p) {
                this.inSync = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Heartbeat.prototype.commitIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Heartbeat.prototype.sentAtMs = 0;
            Heartbeat.prototype.service = 0;
            Heartbeat.prototype.inSync = $util.emptyArray;

            Heartbeat.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.commitIndex != null && $Object.hasOwnProperty.call(m, "commitIndex") && (typeof m.commitIndex === "object" ? m.commitIndex.low || m.commitIndex.high : m.commitIndex !== 0))
                    w.uint32(8).uint64(m.commitIndex);
                if (m.sentAtMs != null && $Object.hasOwnProperty.call(m, "sentAtMs") && !$Object.is(m.sentAtMs, 0))
                    w.uint32(17).double(m.sentAtMs);
                if (m.service != null && $Object.hasOwnProperty.call(m, "service") && m.service !== 0)
                    w.uint32(24).uint32(m.service);
                if (m.inSync != null && m.inSync.length) {
                    for (var i = 0; i < m.inSync.length; ++i)
                        w.uint32(34).string(m.inSync[i]);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Heartbeat.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Heartbeat();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.commitIndex = v;
                            else
                                delete m.commitIndex;
                            continue;
                        }
                    case 2: {
                            if (u !== 1)
                                break;
                            if (!$Object.is(v = r.double(), 0))
                                m.sentAtMs = v;
                            else
                                delete m.sentAtMs;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.service = v;
                            else
                                delete m.service;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if (!(m.inSync && m.inSync.length))
                                m.inSync = [];
                            m.inSync.push(r.stringVerify());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Heartbeat.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Heartbeat";
            };

            return Heartbeat;
        })();

        v1.Standing = (function() {

            const Standing = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Standing.prototype.heartbeatSentAtMs = null;
            Standing.prototype.tail = null;
            Standing.prototype.commitIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Standing.prototype.health = 0;
            Standing.prototype.totalBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Standing.prototype.availableBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Standing.prototype.incarnation = 0;
            Standing.prototype.refusedFeedId = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Standing.prototype, "_heartbeatSentAtMs", {
                get: $util.oneOfGetter($oneOfFields = ["heartbeatSentAtMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Standing.prototype, "_refusedFeedId", {
                get: $util.oneOfGetter($oneOfFields = ["refusedFeedId"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Standing.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.heartbeatSentAtMs != null && $Object.hasOwnProperty.call(m, "heartbeatSentAtMs"))
                    w.uint32(9).double(m.heartbeatSentAtMs);
                if (m.tail != null && $Object.hasOwnProperty.call(m, "tail"))
                    $root.hafs.v1.Position.encode(m.tail, w.uint32(18).fork(), q + 1).ldelim();
                if (m.commitIndex != null && $Object.hasOwnProperty.call(m, "commitIndex") && (typeof m.commitIndex === "object" ? m.commitIndex.low || m.commitIndex.high : m.commitIndex !== 0))
                    w.uint32(24).uint64(m.commitIndex);
                if (m.health != null && $Object.hasOwnProperty.call(m, "health") && m.health !== 0)
                    w.uint32(32).uint32(m.health);
                if (m.totalBytes != null && $Object.hasOwnProperty.call(m, "totalBytes") && (typeof m.totalBytes === "object" ? m.totalBytes.low || m.totalBytes.high : m.totalBytes !== 0))
                    w.uint32(40).uint64(m.totalBytes);
                if (m.availableBytes != null && $Object.hasOwnProperty.call(m, "availableBytes") && (typeof m.availableBytes === "object" ? m.availableBytes.low || m.availableBytes.high : m.availableBytes !== 0))
                    w.uint32(48).uint64(m.availableBytes);
                if (m.incarnation != null && $Object.hasOwnProperty.call(m, "incarnation") && m.incarnation !== 0)
                    w.uint32(56).uint32(m.incarnation);
                if (m.refusedFeedId != null && $Object.hasOwnProperty.call(m, "refusedFeedId"))
                    w.uint32(64).uint32(m.refusedFeedId);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Standing.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Standing();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 1)
                                break;
                            m.heartbeatSentAtMs = r.double();
                            m._heartbeatSentAtMs = "heartbeatSentAtMs";
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            m.tail = $root.hafs.v1.Position.decode(r, r.size(), $undefined, q + 1, m.tail);
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.commitIndex = v;
                            else
                                delete m.commitIndex;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.health = v;
                            else
                                delete m.health;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.totalBytes = v;
                            else
                                delete m.totalBytes;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.availableBytes = v;
                            else
                                delete m.availableBytes;
                            continue;
                        }
                    case 7: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.incarnation = v;
                            else
                                delete m.incarnation;
                            continue;
                        }
                    case 8: {
                            if (u !== 0)
                                break;
                            m.refusedFeedId = r.uint32();
                            m._refusedFeedId = "refusedFeedId";
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Standing.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Standing";
            };

            return Standing;
        })();

        v1.Append = (function() {

            const Append = function (p) {
                this.entries = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Append.prototype.previous = null;
            Append.prototype.commitIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Append.prototype.entries = $util.emptyArray;
            Append.prototype.feedId = 0;

            Append.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.previous != null && $Object.hasOwnProperty.call(m, "previous"))
                    $root.hafs.v1.Position.encode(m.previous, w.uint32(10).fork(), q + 1).ldelim();
                if (m.commitIndex != null && $Object.hasOwnProperty.call(m, "commitIndex") && (typeof m.commitIndex === "object" ? m.commitIndex.low || m.commitIndex.high : m.commitIndex !== 0))
                    w.uint32(16).uint64(m.commitIndex);
                if (m.entries != null && m.entries.length) {
                    for (var i = 0; i < m.entries.length; ++i)
                        $root.hafs.v1.Entry.encode(m.entries[i], w.uint32(26).fork(), q + 1).ldelim();
                }
                if (m.feedId != null && $Object.hasOwnProperty.call(m, "feedId") && m.feedId !== 0)
                    w.uint32(32).uint32(m.feedId);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Append.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Append();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.previous = $root.hafs.v1.Position.decode(r, r.size(), $undefined, q + 1, m.previous);
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.commitIndex = v;
                            else
                                delete m.commitIndex;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if (!(m.entries && m.entries.length))
                                m.entries = [];
                            m.entries.push($root.hafs.v1.Entry.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.feedId = v;
                            else
                                delete m.feedId;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Append.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Append";
            };

            return Append;
        })();

        v1.Entry = (function() {

            const Entry = function (p) {
                this.edits = [];
                this.members = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Entry.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Entry.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Entry.prototype.sync = false;
            Entry.prototype.edits = $util.emptyArray;
            Entry.prototype.members = $util.emptyArray;
            Entry.prototype.checkpoint = false;

            Entry.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.term != null && $Object.hasOwnProperty.call(m, "term") && (typeof m.term === "object" ? m.term.low || m.term.high : m.term !== 0))
                    w.uint32(8).uint64(m.term);
                if (m.index != null && $Object.hasOwnProperty.call(m, "index") && (typeof m.index === "object" ? m.index.low || m.index.high : m.index !== 0))
                    w.uint32(16).uint64(m.index);
                if (m.sync != null && $Object.hasOwnProperty.call(m, "sync") && m.sync !== false)
                    w.uint32(24).bool(m.sync);
                if (m.edits != null && m.edits.length) {
                    for (var i = 0; i < m.edits.length; ++i)
                        $root.hafs.v1.Edit.encode(m.edits[i], w.uint32(34).fork(), q + 1).ldelim();
                }
                if (m.members != null && m.members.length) {
                    for (var i = 0; i < m.members.length; ++i)
                        w.uint32(42).string(m.members[i]);
                }
                if (m.checkpoint != null && $Object.hasOwnProperty.call(m, "checkpoint") && m.checkpoint !== false)
                    w.uint32(48).bool(m.checkpoint);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Entry.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Entry();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.term = v;
                            else
                                delete m.term;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.index = v;
                            else
                                delete m.index;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.sync = v;
                            else
                                delete m.sync;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if (!(m.edits && m.edits.length))
                                m.edits = [];
                            m.edits.push($root.hafs.v1.Edit.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if (!(m.members && m.members.length))
                                m.members = [];
                            m.members.push(r.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.checkpoint = v;
                            else
                                delete m.checkpoint;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Entry.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Entry";
            };

            return Entry;
        })();

        v1.Edit = (function() {

            const Edit = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Edit.prototype.key = $util.newBuffer([]);
            Edit.prototype.value = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Edit.prototype, "_value", {
                get: $util.oneOfGetter($oneOfFields = ["value"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Edit.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.key != null && $Object.hasOwnProperty.call(m, "key") && m.key.length)
                    w.uint32(10).bytes(m.key);
                if (m.value != null && $Object.hasOwnProperty.call(m, "value"))
                    w.uint32(18).bytes(m.value);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Edit.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Edit();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.key = v;
                            else
                                delete m.key;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            m.value = r.bytes();
                            m._value = "value";
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Edit.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Edit";
            };

            return Edit;
        })();

        v1.AppendReply = (function() {

            const AppendReply = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            AppendReply.prototype.matchIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            AppendReply.prototype.feedId = 0;

            AppendReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.matchIndex != null && $Object.hasOwnProperty.call(m, "matchIndex") && (typeof m.matchIndex === "object" ? m.matchIndex.low || m.matchIndex.high : m.matchIndex !== 0))
                    w.uint32(8).uint64(m.matchIndex);
                if (m.feedId != null && $Object.hasOwnProperty.call(m, "feedId") && m.feedId !== 0)
                    w.uint32(16).uint32(m.feedId);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            AppendReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.AppendReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.matchIndex = v;
                            else
                                delete m.matchIndex;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.feedId = v;
                            else
                                delete m.feedId;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            AppendReply.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.AppendReply";
            };

            return AppendReply;
        })();

        v1.Campaign = (function() {

            const Campaign = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Campaign.prototype.slow = false;

            Campaign.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.slow != null && $Object.hasOwnProperty.call(m, "slow") && m.slow !== false)
                    w.uint32(8).bool(m.slow);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Campaign.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Campaign();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.slow = v;
                            else
                                delete m.slow;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Campaign.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Campaign";
            };

            return Campaign;
        })();

        v1.HealBegin = (function() {

            const HealBegin = function (p) {
                this.uncertainKeys = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            HealBegin.prototype.healId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            HealBegin.prototype.full = false;
            HealBegin.prototype.target = null;
            HealBegin.prototype.baseIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            HealBegin.prototype.baseTerm = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            HealBegin.prototype.firstIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            HealBegin.prototype.probe = false;
            HealBegin.prototype.uncertainKeys = $util.emptyArray;

            HealBegin.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.healId != null && $Object.hasOwnProperty.call(m, "healId") && (typeof m.healId === "object" ? m.healId.low || m.healId.high : m.healId !== 0))
                    w.uint32(8).uint64(m.healId);
                if (m.full != null && $Object.hasOwnProperty.call(m, "full") && m.full !== false)
                    w.uint32(16).bool(m.full);
                if (m.target != null && $Object.hasOwnProperty.call(m, "target"))
                    $root.hafs.v1.Position.encode(m.target, w.uint32(26).fork(), q + 1).ldelim();
                if (m.baseIndex != null && $Object.hasOwnProperty.call(m, "baseIndex") && (typeof m.baseIndex === "object" ? m.baseIndex.low || m.baseIndex.high : m.baseIndex !== 0))
                    w.uint32(32).uint64(m.baseIndex);
                if (m.uncertainKeys != null && m.uncertainKeys.length) {
                    for (var i = 0; i < m.uncertainKeys.length; ++i)
                        w.uint32(42).bytes(m.uncertainKeys[i]);
                }
                if (m.baseTerm != null && $Object.hasOwnProperty.call(m, "baseTerm") && (typeof m.baseTerm === "object" ? m.baseTerm.low || m.baseTerm.high : m.baseTerm !== 0))
                    w.uint32(48).uint64(m.baseTerm);
                if (m.firstIndex != null && $Object.hasOwnProperty.call(m, "firstIndex") && (typeof m.firstIndex === "object" ? m.firstIndex.low || m.firstIndex.high : m.firstIndex !== 0))
                    w.uint32(56).uint64(m.firstIndex);
                if (m.probe != null && $Object.hasOwnProperty.call(m, "probe") && m.probe !== false)
                    w.uint32(64).bool(m.probe);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            HealBegin.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.HealBegin();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.healId = v;
                            else
                                delete m.healId;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.full = v;
                            else
                                delete m.full;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            m.target = $root.hafs.v1.Position.decode(r, r.size(), $undefined, q + 1, m.target);
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.baseIndex = v;
                            else
                                delete m.baseIndex;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.baseTerm = v;
                            else
                                delete m.baseTerm;
                            continue;
                        }
                    case 7: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.firstIndex = v;
                            else
                                delete m.firstIndex;
                            continue;
                        }
                    case 8: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.probe = v;
                            else
                                delete m.probe;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if (!(m.uncertainKeys && m.uncertainKeys.length))
                                m.uncertainKeys = [];
                            m.uncertainKeys.push(r.bytes());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            HealBegin.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.HealBegin";
            };

            return HealBegin;
        })();

        v1.HealReady = (function() {

            const HealReady = function (p) {
                this.taintedKeys = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            HealReady.prototype.healId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            HealReady.prototype.taintedKeys = $util.emptyArray;
            HealReady.prototype.needsFull = false;

            HealReady.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.healId != null && $Object.hasOwnProperty.call(m, "healId") && (typeof m.healId === "object" ? m.healId.low || m.healId.high : m.healId !== 0))
                    w.uint32(8).uint64(m.healId);
                if (m.taintedKeys != null && m.taintedKeys.length) {
                    for (var i = 0; i < m.taintedKeys.length; ++i)
                        w.uint32(18).bytes(m.taintedKeys[i]);
                }
                if (m.needsFull != null && $Object.hasOwnProperty.call(m, "needsFull") && m.needsFull !== false)
                    w.uint32(24).bool(m.needsFull);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            HealReady.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.HealReady();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.healId = v;
                            else
                                delete m.healId;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if (!(m.taintedKeys && m.taintedKeys.length))
                                m.taintedKeys = [];
                            m.taintedKeys.push(r.bytes());
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.needsFull = v;
                            else
                                delete m.needsFull;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            HealReady.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.HealReady";
            };

            return HealReady;
        })();

        v1.HealBatch = (function() {

            const HealBatch = function (p) {
                this.edits = [];
                this.journal = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            HealBatch.prototype.healId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            HealBatch.prototype.sequence = 0;
            HealBatch.prototype.edits = $util.emptyArray;
            HealBatch.prototype.journal = $util.emptyArray;
            HealBatch.prototype.range = null;
            HealBatch.prototype.compare = false;
            HealBatch.prototype.rangeEntries = 0;
            HealBatch.prototype.rangeChecksum = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            HealBatch.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.healId != null && $Object.hasOwnProperty.call(m, "healId") && (typeof m.healId === "object" ? m.healId.low || m.healId.high : m.healId !== 0))
                    w.uint32(8).uint64(m.healId);
                if (m.sequence != null && $Object.hasOwnProperty.call(m, "sequence") && m.sequence !== 0)
                    w.uint32(16).uint32(m.sequence);
                if (m.edits != null && m.edits.length) {
                    for (var i = 0; i < m.edits.length; ++i)
                        $root.hafs.v1.Edit.encode(m.edits[i], w.uint32(26).fork(), q + 1).ldelim();
                }
                if (m.journal != null && m.journal.length) {
                    for (var i = 0; i < m.journal.length; ++i)
                        $root.hafs.v1.JournalRecord.encode(m.journal[i], w.uint32(34).fork(), q + 1).ldelim();
                }
                if (m.range != null && $Object.hasOwnProperty.call(m, "range"))
                    $root.hafs.v1.KeyRange.encode(m.range, w.uint32(42).fork(), q + 1).ldelim();
                if (m.compare != null && $Object.hasOwnProperty.call(m, "compare") && m.compare !== false)
                    w.uint32(48).bool(m.compare);
                if (m.rangeEntries != null && $Object.hasOwnProperty.call(m, "rangeEntries") && m.rangeEntries !== 0)
                    w.uint32(56).uint32(m.rangeEntries);
                if (m.rangeChecksum != null && $Object.hasOwnProperty.call(m, "rangeChecksum") && (typeof m.rangeChecksum === "object" ? m.rangeChecksum.low || m.rangeChecksum.high : m.rangeChecksum !== 0))
                    w.uint32(64).uint64(m.rangeChecksum);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            HealBatch.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.HealBatch();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.healId = v;
                            else
                                delete m.healId;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.sequence = v;
                            else
                                delete m.sequence;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if (!(m.edits && m.edits.length))
                                m.edits = [];
                            m.edits.push($root.hafs.v1.Edit.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if (!(m.journal && m.journal.length))
                                m.journal = [];
                            m.journal.push($root.hafs.v1.JournalRecord.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            m.range = $root.hafs.v1.KeyRange.decode(r, r.size(), $undefined, q + 1, m.range);
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.compare = v;
                            else
                                delete m.compare;
                            continue;
                        }
                    case 7: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.rangeEntries = v;
                            else
                                delete m.rangeEntries;
                            continue;
                        }
                    case 8: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.rangeChecksum = v;
                            else
                                delete m.rangeChecksum;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            HealBatch.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.HealBatch";
            };

            return HealBatch;
        })();

        v1.KeyRange = (function() {

            const KeyRange = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            KeyRange.prototype.from = $util.newBuffer([]);
            KeyRange.prototype.to = $util.newBuffer([]);

            KeyRange.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.from != null && $Object.hasOwnProperty.call(m, "from") && m.from.length)
                    w.uint32(10).bytes(m.from);
                if (m.to != null && $Object.hasOwnProperty.call(m, "to") && m.to.length)
                    w.uint32(18).bytes(m.to);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            KeyRange.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.KeyRange();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.from = v;
                            else
                                delete m.from;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.to = v;
                            else
                                delete m.to;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            KeyRange.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.KeyRange";
            };

            return KeyRange;
        })();

        v1.JournalRecord = (function() {

            const JournalRecord = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            JournalRecord.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            JournalRecord.prototype.record = $util.newBuffer([]);

            JournalRecord.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.index != null && $Object.hasOwnProperty.call(m, "index") && (typeof m.index === "object" ? m.index.low || m.index.high : m.index !== 0))
                    w.uint32(8).uint64(m.index);
                if (m.record != null && $Object.hasOwnProperty.call(m, "record") && m.record.length)
                    w.uint32(18).bytes(m.record);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            JournalRecord.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.JournalRecord();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.index = v;
                            else
                                delete m.index;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.record = v;
                            else
                                delete m.record;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            JournalRecord.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.JournalRecord";
            };

            return JournalRecord;
        })();

        v1.HealAck = (function() {

            const HealAck = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            HealAck.prototype.healId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            HealAck.prototype.sequence = 0;
            HealAck.prototype.differs = false;

            HealAck.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.healId != null && $Object.hasOwnProperty.call(m, "healId") && (typeof m.healId === "object" ? m.healId.low || m.healId.high : m.healId !== 0))
                    w.uint32(8).uint64(m.healId);
                if (m.sequence != null && $Object.hasOwnProperty.call(m, "sequence") && m.sequence !== 0)
                    w.uint32(16).uint32(m.sequence);
                if (m.differs != null && $Object.hasOwnProperty.call(m, "differs") && m.differs !== false)
                    w.uint32(24).bool(m.differs);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            HealAck.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.HealAck();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.healId = v;
                            else
                                delete m.healId;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.sequence = v;
                            else
                                delete m.sequence;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.differs = v;
                            else
                                delete m.differs;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            HealAck.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.HealAck";
            };

            return HealAck;
        })();

        v1.HealEnd = (function() {

            const HealEnd = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            HealEnd.prototype.healId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            HealEnd.prototype.commitIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            HealEnd.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.healId != null && $Object.hasOwnProperty.call(m, "healId") && (typeof m.healId === "object" ? m.healId.low || m.healId.high : m.healId !== 0))
                    w.uint32(8).uint64(m.healId);
                if (m.commitIndex != null && $Object.hasOwnProperty.call(m, "commitIndex") && (typeof m.commitIndex === "object" ? m.commitIndex.low || m.commitIndex.high : m.commitIndex !== 0))
                    w.uint32(16).uint64(m.commitIndex);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            HealEnd.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.HealEnd();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.healId = v;
                            else
                                delete m.healId;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.commitIndex = v;
                            else
                                delete m.commitIndex;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            HealEnd.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.HealEnd";
            };

            return HealEnd;
        })();

        v1.ChecksumRequest = (function() {

            const ChecksumRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ChecksumRequest.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            ChecksumRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.index != null && $Object.hasOwnProperty.call(m, "index") && (typeof m.index === "object" ? m.index.low || m.index.high : m.index !== 0))
                    w.uint32(8).uint64(m.index);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ChecksumRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ChecksumRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.index = v;
                            else
                                delete m.index;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ChecksumRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ChecksumRequest";
            };

            return ChecksumRequest;
        })();

        v1.ChecksumReply = (function() {

            const ChecksumReply = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ChecksumReply.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ChecksumReply.prototype.entries = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ChecksumReply.prototype.checksum = "";
            ChecksumReply.prototype.problem = "";

            ChecksumReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.index != null && $Object.hasOwnProperty.call(m, "index") && (typeof m.index === "object" ? m.index.low || m.index.high : m.index !== 0))
                    w.uint32(8).uint64(m.index);
                if (m.entries != null && $Object.hasOwnProperty.call(m, "entries") && (typeof m.entries === "object" ? m.entries.low || m.entries.high : m.entries !== 0))
                    w.uint32(16).uint64(m.entries);
                if (m.checksum != null && $Object.hasOwnProperty.call(m, "checksum") && m.checksum !== "")
                    w.uint32(26).string(m.checksum);
                if (m.problem != null && $Object.hasOwnProperty.call(m, "problem") && m.problem !== "")
                    w.uint32(34).string(m.problem);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ChecksumReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ChecksumReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.index = v;
                            else
                                delete m.index;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.entries = v;
                            else
                                delete m.entries;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.checksum = v;
                            else
                                delete m.checksum;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.problem = v;
                            else
                                delete m.problem;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ChecksumReply.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ChecksumReply";
            };

            return ChecksumReply;
        })();

        v1.FetchRequest = (function() {

            const FetchRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            FetchRequest.prototype.requestId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            FetchRequest.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            FetchRequest.prototype.key = $util.newBuffer([]);

            FetchRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.requestId != null && $Object.hasOwnProperty.call(m, "requestId") && (typeof m.requestId === "object" ? m.requestId.low || m.requestId.high : m.requestId !== 0))
                    w.uint32(8).uint64(m.requestId);
                if (m.index != null && $Object.hasOwnProperty.call(m, "index") && (typeof m.index === "object" ? m.index.low || m.index.high : m.index !== 0))
                    w.uint32(16).uint64(m.index);
                if (m.key != null && $Object.hasOwnProperty.call(m, "key") && m.key.length)
                    w.uint32(26).bytes(m.key);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            FetchRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.FetchRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.requestId = v;
                            else
                                delete m.requestId;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.index = v;
                            else
                                delete m.index;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.key = v;
                            else
                                delete m.key;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            FetchRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.FetchRequest";
            };

            return FetchRequest;
        })();

        v1.FetchReply = (function() {

            const FetchReply = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            FetchReply.prototype.requestId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            FetchReply.prototype.sound = false;
            FetchReply.prototype.value = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(FetchReply.prototype, "_value", {
                get: $util.oneOfGetter($oneOfFields = ["value"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            FetchReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.requestId != null && $Object.hasOwnProperty.call(m, "requestId") && (typeof m.requestId === "object" ? m.requestId.low || m.requestId.high : m.requestId !== 0))
                    w.uint32(8).uint64(m.requestId);
                if (m.sound != null && $Object.hasOwnProperty.call(m, "sound") && m.sound !== false)
                    w.uint32(16).bool(m.sound);
                if (m.value != null && $Object.hasOwnProperty.call(m, "value"))
                    w.uint32(26).bytes(m.value);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            FetchReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.FetchReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.requestId = v;
                            else
                                delete m.requestId;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.sound = v;
                            else
                                delete m.sound;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            m.value = r.bytes();
                            m._value = "value";
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            FetchReply.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.FetchReply";
            };

            return FetchReply;
        })();

        v1.RepairRequest = (function() {

            const RepairRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            RepairRequest.prototype.key = $util.newBuffer([]);

            RepairRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.key != null && $Object.hasOwnProperty.call(m, "key") && m.key.length)
                    w.uint32(10).bytes(m.key);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            RepairRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.RepairRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.key = v;
                            else
                                delete m.key;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            RepairRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.RepairRequest";
            };

            return RepairRequest;
        })();

        v1.VolumeName = (function() {

            const VolumeName = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            VolumeName.prototype.name = "";

            VolumeName.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(10).string(m.name);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            VolumeName.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.VolumeName();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            VolumeName.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.VolumeName";
            };

            return VolumeName;
        })();

        v1.VolumeReply = (function() {

            const VolumeReply = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            VolumeReply.prototype.volume = null;

            VolumeReply.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.volume != null && $Object.hasOwnProperty.call(m, "volume"))
                    $root.hafs.v1.VolumeInfo.encode(m.volume, w.uint32(10).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            VolumeReply.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.VolumeReply();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            m.volume = $root.hafs.v1.VolumeInfo.decode(r, r.size(), $undefined, q + 1, m.volume);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            VolumeReply.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.VolumeReply";
            };

            return VolumeReply;
        })();

        v1.BrickPlace = (function() {

            const BrickPlace = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            BrickPlace.prototype.address = "";
            BrickPlace.prototype.directory = "";

            BrickPlace.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.address != null && $Object.hasOwnProperty.call(m, "address") && m.address !== "")
                    w.uint32(10).string(m.address);
                if (m.directory != null && $Object.hasOwnProperty.call(m, "directory") && m.directory !== "")
                    w.uint32(18).string(m.directory);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            BrickPlace.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.BrickPlace();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.address = v;
                            else
                                delete m.address;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.directory = v;
                            else
                                delete m.directory;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            BrickPlace.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.BrickPlace";
            };

            return BrickPlace;
        })();

        v1.CreateVolumeRequest = (function() {

            const CreateVolumeRequest = function (p) {
                this.bricks = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            CreateVolumeRequest.prototype.name = "";
            CreateVolumeRequest.prototype.replicaCount = 0;
            CreateVolumeRequest.prototype.bricks = $util.emptyArray;
            CreateVolumeRequest.prototype.force = false;
            CreateVolumeRequest.prototype.encrypted = false;

            CreateVolumeRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(10).string(m.name);
                if (m.replicaCount != null && $Object.hasOwnProperty.call(m, "replicaCount") && m.replicaCount !== 0)
                    w.uint32(16).uint32(m.replicaCount);
                if (m.bricks != null && m.bricks.length) {
                    for (var i = 0; i < m.bricks.length; ++i)
                        $root.hafs.v1.BrickPlace.encode(m.bricks[i], w.uint32(26).fork(), q + 1).ldelim();
                }
                if (m.force != null && $Object.hasOwnProperty.call(m, "force") && m.force !== false)
                    w.uint32(32).bool(m.force);
                if (m.encrypted != null && $Object.hasOwnProperty.call(m, "encrypted") && m.encrypted !== false)
                    w.uint32(40).bool(m.encrypted);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            CreateVolumeRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.CreateVolumeRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.replicaCount = v;
                            else
                                delete m.replicaCount;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if (!(m.bricks && m.bricks.length))
                                m.bricks = [];
                            m.bricks.push($root.hafs.v1.BrickPlace.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.force = v;
                            else
                                delete m.force;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.encrypted = v;
                            else
                                delete m.encrypted;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            CreateVolumeRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.CreateVolumeRequest";
            };

            return CreateVolumeRequest;
        })();

        v1.ListVolumesRequest = (function() {

            const ListVolumesRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ListVolumesRequest.prototype.name = "";

            ListVolumesRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(10).string(m.name);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ListVolumesRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ListVolumesRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ListVolumesRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ListVolumesRequest";
            };

            return ListVolumesRequest;
        })();

        v1.ListVolumesResponse = (function() {

            const ListVolumesResponse = function (p) {
                this.volumes = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ListVolumesResponse.prototype.volumes = $util.emptyArray;
            ListVolumesResponse.prototype.quorum = false;

            ListVolumesResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.volumes != null && m.volumes.length) {
                    for (var i = 0; i < m.volumes.length; ++i)
                        $root.hafs.v1.VolumeInfo.encode(m.volumes[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.quorum != null && $Object.hasOwnProperty.call(m, "quorum") && m.quorum !== false)
                    w.uint32(16).bool(m.quorum);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ListVolumesResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ListVolumesResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.volumes && m.volumes.length))
                                m.volumes = [];
                            m.volumes.push($root.hafs.v1.VolumeInfo.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.quorum = v;
                            else
                                delete m.quorum;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ListVolumesResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ListVolumesResponse";
            };

            return ListVolumesResponse;
        })();

        v1.VolumeInfo = (function() {

            const VolumeInfo = function (p) {
                this.bricks = [];
                this.options = {};
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            VolumeInfo.prototype.name = "";
            VolumeInfo.prototype.id = "";
            VolumeInfo.prototype.status = "";
            VolumeInfo.prototype.group = "";
            VolumeInfo.prototype.bricks = $util.emptyArray;
            VolumeInfo.prototype.options = $util.emptyObject;
            VolumeInfo.prototype.createdAtMs = 0;
            VolumeInfo.prototype.replacement = null;
            VolumeInfo.prototype.restingBrick = "";
            VolumeInfo.prototype.encryption = null;
            VolumeInfo.prototype.isolated = null;

            VolumeInfo.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(10).string(m.name);
                if (m.id != null && $Object.hasOwnProperty.call(m, "id") && m.id !== "")
                    w.uint32(18).string(m.id);
                if (m.status != null && $Object.hasOwnProperty.call(m, "status") && m.status !== "")
                    w.uint32(26).string(m.status);
                if (m.group != null && $Object.hasOwnProperty.call(m, "group") && m.group !== "")
                    w.uint32(34).string(m.group);
                if (m.bricks != null && m.bricks.length) {
                    for (var i = 0; i < m.bricks.length; ++i)
                        $root.hafs.v1.BrickInfo.encode(m.bricks[i], w.uint32(42).fork(), q + 1).ldelim();
                }
                if (m.options != null && $Object.hasOwnProperty.call(m, "options")) {
                    for (var ks = $Object.keys(m.options), i = 0; i < ks.length; ++i) {
                        w.uint32(50).fork().uint32(10).string(ks[i]).uint32(18).string(m.options[ks[i]]).ldelim();
                    }
                }
                if (m.createdAtMs != null && $Object.hasOwnProperty.call(m, "createdAtMs") && !$Object.is(m.createdAtMs, 0))
                    w.uint32(57).double(m.createdAtMs);
                if (m.replacement != null && $Object.hasOwnProperty.call(m, "replacement"))
                    $root.hafs.v1.BrickReplacement.encode(m.replacement, w.uint32(66).fork(), q + 1).ldelim();
                if (m.restingBrick != null && $Object.hasOwnProperty.call(m, "restingBrick") && m.restingBrick !== "")
                    w.uint32(74).string(m.restingBrick);
                if (m.encryption != null && $Object.hasOwnProperty.call(m, "encryption"))
                    $root.hafs.v1.VolumeEncryption.encode(m.encryption, w.uint32(82).fork(), q + 1).ldelim();
                if (m.isolated != null && $Object.hasOwnProperty.call(m, "isolated"))
                    $root.hafs.v1.IsolatedBrick.encode(m.isolated, w.uint32(90).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            VolumeInfo.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, k, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.VolumeInfo();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.id = v;
                            else
                                delete m.id;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.status = v;
                            else
                                delete m.status;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.group = v;
                            else
                                delete m.group;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if (!(m.bricks && m.bricks.length))
                                m.bricks = [];
                            m.bricks.push($root.hafs.v1.BrickInfo.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 6: {
                            if (u !== 2)
                                break;
                            if (m.options === $util.emptyObject)
                                m.options = {};
                            var c2 = r.size() + r.pos;
                            if (c2 > r.len)
                                throw $RangeError("index out of range");
                            r.len = c2;
                            k = "";
                            v = "";
                            while (r.pos < c2) {
                                var t2 = r.tag();
                                u = t2 & 7;
                                switch (t2 >>>= 3) {
                                case 1:
                                    if (u !== 2)
                                        break;
                                    k = r.stringVerify();
                                    continue;
                                case 2:
                                    if (u !== 2)
                                        break;
                                    v = r.stringVerify();
                                    continue;
                                }
                                r.skipType(u, q, t2);
                            }
                            if (r.pos !== c2)
                                throw $RangeError("index out of range");
                            r.len = c;
                            if (k === "__proto__")
                                $util.makeProp(m.options, k);
                            m.options[k] = v;
                            continue;
                        }
                    case 7: {
                            if (u !== 1)
                                break;
                            if (!$Object.is(v = r.double(), 0))
                                m.createdAtMs = v;
                            else
                                delete m.createdAtMs;
                            continue;
                        }
                    case 8: {
                            if (u !== 2)
                                break;
                            m.replacement = $root.hafs.v1.BrickReplacement.decode(r, r.size(), $undefined, q + 1, m.replacement);
                            continue;
                        }
                    case 9: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.restingBrick = v;
                            else
                                delete m.restingBrick;
                            continue;
                        }
                    case 10: {
                            if (u !== 2)
                                break;
                            m.encryption = $root.hafs.v1.VolumeEncryption.decode(r, r.size(), $undefined, q + 1, m.encryption);
                            continue;
                        }
                    case 11: {
                            if (u !== 2)
                                break;
                            m.isolated = $root.hafs.v1.IsolatedBrick.decode(r, r.size(), $undefined, q + 1, m.isolated);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            VolumeInfo.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.VolumeInfo";
            };

            return VolumeInfo;
        })();

        v1.IsolatedBrick = (function() {

            const IsolatedBrick = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            IsolatedBrick.prototype.brick = "";
            IsolatedBrick.prototype.why = "";

            IsolatedBrick.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.brick != null && $Object.hasOwnProperty.call(m, "brick") && m.brick !== "")
                    w.uint32(10).string(m.brick);
                if (m.why != null && $Object.hasOwnProperty.call(m, "why") && m.why !== "")
                    w.uint32(18).string(m.why);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            IsolatedBrick.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.IsolatedBrick();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.brick = v;
                            else
                                delete m.brick;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.why = v;
                            else
                                delete m.why;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            IsolatedBrick.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.IsolatedBrick";
            };

            return IsolatedBrick;
        })();

        v1.NoteIsolationRequest = (function() {

            const NoteIsolationRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            NoteIsolationRequest.prototype.name = "";
            NoteIsolationRequest.prototype.brick = "";
            NoteIsolationRequest.prototype.why = "";
            NoteIsolationRequest.prototype.healed = false;

            NoteIsolationRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(10).string(m.name);
                if (m.brick != null && $Object.hasOwnProperty.call(m, "brick") && m.brick !== "")
                    w.uint32(18).string(m.brick);
                if (m.why != null && $Object.hasOwnProperty.call(m, "why") && m.why !== "")
                    w.uint32(26).string(m.why);
                if (m.healed != null && $Object.hasOwnProperty.call(m, "healed") && m.healed !== false)
                    w.uint32(32).bool(m.healed);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            NoteIsolationRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.NoteIsolationRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.brick = v;
                            else
                                delete m.brick;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.why = v;
                            else
                                delete m.why;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.healed = v;
                            else
                                delete m.healed;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            NoteIsolationRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.NoteIsolationRequest";
            };

            return NoteIsolationRequest;
        })();

        v1.VolumeEncryption = (function() {

            const VolumeEncryption = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            VolumeEncryption.prototype.cipher = "";
            VolumeEncryption.prototype.poolKey = "";
            VolumeEncryption.prototype.wrappedKey = $util.newBuffer([]);

            VolumeEncryption.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.cipher != null && $Object.hasOwnProperty.call(m, "cipher") && m.cipher !== "")
                    w.uint32(10).string(m.cipher);
                if (m.poolKey != null && $Object.hasOwnProperty.call(m, "poolKey") && m.poolKey !== "")
                    w.uint32(18).string(m.poolKey);
                if (m.wrappedKey != null && $Object.hasOwnProperty.call(m, "wrappedKey") && m.wrappedKey.length)
                    w.uint32(26).bytes(m.wrappedKey);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            VolumeEncryption.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.VolumeEncryption();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.cipher = v;
                            else
                                delete m.cipher;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.poolKey = v;
                            else
                                delete m.poolKey;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.wrappedKey = v;
                            else
                                delete m.wrappedKey;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            VolumeEncryption.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.VolumeEncryption";
            };

            return VolumeEncryption;
        })();

        v1.BrickReplacement = (function() {

            const BrickReplacement = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            BrickReplacement.prototype.oldBrick = "";
            BrickReplacement.prototype.brick = null;
            BrickReplacement.prototype.aborted = false;

            BrickReplacement.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.oldBrick != null && $Object.hasOwnProperty.call(m, "oldBrick") && m.oldBrick !== "")
                    w.uint32(10).string(m.oldBrick);
                if (m.brick != null && $Object.hasOwnProperty.call(m, "brick"))
                    $root.hafs.v1.BrickInfo.encode(m.brick, w.uint32(18).fork(), q + 1).ldelim();
                if (m.aborted != null && $Object.hasOwnProperty.call(m, "aborted") && m.aborted !== false)
                    w.uint32(24).bool(m.aborted);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            BrickReplacement.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.BrickReplacement();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.oldBrick = v;
                            else
                                delete m.oldBrick;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            m.brick = $root.hafs.v1.BrickInfo.decode(r, r.size(), $undefined, q + 1, m.brick);
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.aborted = v;
                            else
                                delete m.aborted;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            BrickReplacement.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.BrickReplacement";
            };

            return BrickReplacement;
        })();

        v1.ReplaceBrickRequest = (function() {

            const ReplaceBrickRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ReplaceBrickRequest.prototype.name = "";
            ReplaceBrickRequest.prototype.oldBrick = null;
            ReplaceBrickRequest.prototype.newBrick = null;

            ReplaceBrickRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(10).string(m.name);
                if (m.oldBrick != null && $Object.hasOwnProperty.call(m, "oldBrick"))
                    $root.hafs.v1.BrickPlace.encode(m.oldBrick, w.uint32(18).fork(), q + 1).ldelim();
                if (m.newBrick != null && $Object.hasOwnProperty.call(m, "newBrick"))
                    $root.hafs.v1.BrickPlace.encode(m.newBrick, w.uint32(26).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ReplaceBrickRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ReplaceBrickRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            m.oldBrick = $root.hafs.v1.BrickPlace.decode(r, r.size(), $undefined, q + 1, m.oldBrick);
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            m.newBrick = $root.hafs.v1.BrickPlace.decode(r, r.size(), $undefined, q + 1, m.newBrick);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ReplaceBrickRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ReplaceBrickRequest";
            };

            return ReplaceBrickRequest;
        })();

        v1.EndReplacementRequest = (function() {

            const EndReplacementRequest = function (p) {
                this.members = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            EndReplacementRequest.prototype.name = "";
            EndReplacementRequest.prototype.members = $util.emptyArray;

            EndReplacementRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(10).string(m.name);
                if (m.members != null && m.members.length) {
                    for (var i = 0; i < m.members.length; ++i)
                        w.uint32(18).string(m.members[i]);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            EndReplacementRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.EndReplacementRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if (!(m.members && m.members.length))
                                m.members = [];
                            m.members.push(r.stringVerify());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            EndReplacementRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.EndReplacementRequest";
            };

            return EndReplacementRequest;
        })();

        v1.RestBrickRequest = (function() {

            const RestBrickRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            RestBrickRequest.prototype.name = "";
            RestBrickRequest.prototype.brick = null;
            RestBrickRequest.prototype.rest = false;

            RestBrickRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(10).string(m.name);
                if (m.brick != null && $Object.hasOwnProperty.call(m, "brick"))
                    $root.hafs.v1.BrickPlace.encode(m.brick, w.uint32(18).fork(), q + 1).ldelim();
                if (m.rest != null && $Object.hasOwnProperty.call(m, "rest") && m.rest !== false)
                    w.uint32(24).bool(m.rest);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            RestBrickRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.RestBrickRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            m.brick = $root.hafs.v1.BrickPlace.decode(r, r.size(), $undefined, q + 1, m.brick);
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.rest = v;
                            else
                                delete m.rest;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            RestBrickRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.RestBrickRequest";
            };

            return RestBrickRequest;
        })();

        v1.BrickInfo = (function() {

            const BrickInfo = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            BrickInfo.prototype.id = "";
            BrickInfo.prototype.nodeId = "";
            BrickInfo.prototype.nodeName = "";
            BrickInfo.prototype.address = "";
            BrickInfo.prototype.directory = "";

            BrickInfo.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.id != null && $Object.hasOwnProperty.call(m, "id") && m.id !== "")
                    w.uint32(10).string(m.id);
                if (m.nodeId != null && $Object.hasOwnProperty.call(m, "nodeId") && m.nodeId !== "")
                    w.uint32(18).string(m.nodeId);
                if (m.nodeName != null && $Object.hasOwnProperty.call(m, "nodeName") && m.nodeName !== "")
                    w.uint32(26).string(m.nodeName);
                if (m.address != null && $Object.hasOwnProperty.call(m, "address") && m.address !== "")
                    w.uint32(34).string(m.address);
                if (m.directory != null && $Object.hasOwnProperty.call(m, "directory") && m.directory !== "")
                    w.uint32(42).string(m.directory);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            BrickInfo.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.BrickInfo();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.id = v;
                            else
                                delete m.id;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.nodeId = v;
                            else
                                delete m.nodeId;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.nodeName = v;
                            else
                                delete m.nodeName;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.address = v;
                            else
                                delete m.address;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.directory = v;
                            else
                                delete m.directory;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            BrickInfo.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.BrickInfo";
            };

            return BrickInfo;
        })();

        v1.SetOptionRequest = (function() {

            const SetOptionRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SetOptionRequest.prototype.name = "";
            SetOptionRequest.prototype.key = "";
            SetOptionRequest.prototype.value = "";
            SetOptionRequest.prototype.reset = false;

            SetOptionRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(10).string(m.name);
                if (m.key != null && $Object.hasOwnProperty.call(m, "key") && m.key !== "")
                    w.uint32(18).string(m.key);
                if (m.value != null && $Object.hasOwnProperty.call(m, "value") && m.value !== "")
                    w.uint32(26).string(m.value);
                if (m.reset != null && $Object.hasOwnProperty.call(m, "reset") && m.reset !== false)
                    w.uint32(32).bool(m.reset);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SetOptionRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.SetOptionRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.key = v;
                            else
                                delete m.key;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.value = v;
                            else
                                delete m.value;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.reset = v;
                            else
                                delete m.reset;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            SetOptionRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.SetOptionRequest";
            };

            return SetOptionRequest;
        })();

        v1.HealRequest = (function() {

            const HealRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            HealRequest.prototype.name = "";
            HealRequest.prototype.full = false;

            HealRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(10).string(m.name);
                if (m.full != null && $Object.hasOwnProperty.call(m, "full") && m.full !== false)
                    w.uint32(16).bool(m.full);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            HealRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.HealRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.full = v;
                            else
                                delete m.full;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            HealRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.HealRequest";
            };

            return HealRequest;
        })();

        v1.MoveManagerRequest = (function() {

            const MoveManagerRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            MoveManagerRequest.prototype.name = "";
            MoveManagerRequest.prototype.node = "";

            MoveManagerRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(10).string(m.name);
                if (m.node != null && $Object.hasOwnProperty.call(m, "node") && m.node !== "")
                    w.uint32(18).string(m.node);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            MoveManagerRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.MoveManagerRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.node = v;
                            else
                                delete m.node;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            MoveManagerRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.MoveManagerRequest";
            };

            return MoveManagerRequest;
        })();

        v1.HealStatusRequest = (function() {

            const HealStatusRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            HealStatusRequest.prototype.name = "";

            HealStatusRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(10).string(m.name);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            HealStatusRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.HealStatusRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            HealStatusRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.HealStatusRequest";
            };

            return HealStatusRequest;
        })();

        v1.HealStatusResponse = (function() {

            const HealStatusResponse = function (p) {
                this.volumes = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            HealStatusResponse.prototype.volumes = $util.emptyArray;

            HealStatusResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.volumes != null && m.volumes.length) {
                    for (var i = 0; i < m.volumes.length; ++i)
                        $root.hafs.v1.VolumeHealth.encode(m.volumes[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            HealStatusResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.HealStatusResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.volumes && m.volumes.length))
                                m.volumes = [];
                            m.volumes.push($root.hafs.v1.VolumeHealth.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            HealStatusResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.HealStatusResponse";
            };

            return HealStatusResponse;
        })();

        v1.VolumeHealth = (function() {

            const VolumeHealth = function (p) {
                this.bricks = [];
                this.clients = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            VolumeHealth.prototype.volume = "";
            VolumeHealth.prototype.status = "";
            VolumeHealth.prototype.quorum = false;
            VolumeHealth.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            VolumeHealth.prototype.manager = "";
            VolumeHealth.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            VolumeHealth.prototype.bricks = $util.emptyArray;
            VolumeHealth.prototype.activity = null;
            VolumeHealth.prototype.clients = $util.emptyArray;
            VolumeHealth.prototype.clientCount = 0;

            VolumeHealth.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.volume != null && $Object.hasOwnProperty.call(m, "volume") && m.volume !== "")
                    w.uint32(10).string(m.volume);
                if (m.status != null && $Object.hasOwnProperty.call(m, "status") && m.status !== "")
                    w.uint32(18).string(m.status);
                if (m.quorum != null && $Object.hasOwnProperty.call(m, "quorum") && m.quorum !== false)
                    w.uint32(24).bool(m.quorum);
                if (m.term != null && $Object.hasOwnProperty.call(m, "term") && (typeof m.term === "object" ? m.term.low || m.term.high : m.term !== 0))
                    w.uint32(32).uint64(m.term);
                if (m.manager != null && $Object.hasOwnProperty.call(m, "manager") && m.manager !== "")
                    w.uint32(42).string(m.manager);
                if (m.index != null && $Object.hasOwnProperty.call(m, "index") && (typeof m.index === "object" ? m.index.low || m.index.high : m.index !== 0))
                    w.uint32(48).uint64(m.index);
                if (m.bricks != null && m.bricks.length) {
                    for (var i = 0; i < m.bricks.length; ++i)
                        $root.hafs.v1.BrickHealth.encode(m.bricks[i], w.uint32(58).fork(), q + 1).ldelim();
                }
                if (m.activity != null && $Object.hasOwnProperty.call(m, "activity"))
                    $root.hafs.v1.Activity.encode(m.activity, w.uint32(66).fork(), q + 1).ldelim();
                if (m.clients != null && m.clients.length) {
                    for (var i = 0; i < m.clients.length; ++i)
                        $root.hafs.v1.ClientInfo.encode(m.clients[i], w.uint32(74).fork(), q + 1).ldelim();
                }
                if (m.clientCount != null && $Object.hasOwnProperty.call(m, "clientCount") && m.clientCount !== 0)
                    w.uint32(80).uint32(m.clientCount);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            VolumeHealth.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.VolumeHealth();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.volume = v;
                            else
                                delete m.volume;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.status = v;
                            else
                                delete m.status;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.quorum = v;
                            else
                                delete m.quorum;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.term = v;
                            else
                                delete m.term;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.manager = v;
                            else
                                delete m.manager;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.index = v;
                            else
                                delete m.index;
                            continue;
                        }
                    case 7: {
                            if (u !== 2)
                                break;
                            if (!(m.bricks && m.bricks.length))
                                m.bricks = [];
                            m.bricks.push($root.hafs.v1.BrickHealth.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 8: {
                            if (u !== 2)
                                break;
                            m.activity = $root.hafs.v1.Activity.decode(r, r.size(), $undefined, q + 1, m.activity);
                            continue;
                        }
                    case 9: {
                            if (u !== 2)
                                break;
                            if (!(m.clients && m.clients.length))
                                m.clients = [];
                            m.clients.push($root.hafs.v1.ClientInfo.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 10: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.clientCount = v;
                            else
                                delete m.clientCount;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            VolumeHealth.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.VolumeHealth";
            };

            return VolumeHealth;
        })();

        v1.BrickHealth = (function() {

            const BrickHealth = function (p) {
                this.pendingNames = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            BrickHealth.prototype.brick = "";
            BrickHealth.prototype.node = "";
            BrickHealth.prototype.state = "";
            BrickHealth.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            BrickHealth.prototype.pendingEntries = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            BrickHealth.prototype.pendingBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            BrickHealth.prototype.healedEntries = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            BrickHealth.prototype.healedBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            BrickHealth.prototype.bytesPerSecond = 0;
            BrickHealth.prototype.etaSeconds = null;
            BrickHealth.prototype.problem = "";
            BrickHealth.prototype.totalBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            BrickHealth.prototype.availableBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            BrickHealth.prototype.processId = 0;
            BrickHealth.prototype.pendingNames = $util.emptyArray;
            BrickHealth.prototype.scrub = null;
            BrickHealth.prototype.drained = false;
            BrickHealth.prototype.replaces = "";

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(BrickHealth.prototype, "_etaSeconds", {
                get: $util.oneOfGetter($oneOfFields = ["etaSeconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            BrickHealth.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.brick != null && $Object.hasOwnProperty.call(m, "brick") && m.brick !== "")
                    w.uint32(10).string(m.brick);
                if (m.node != null && $Object.hasOwnProperty.call(m, "node") && m.node !== "")
                    w.uint32(18).string(m.node);
                if (m.state != null && $Object.hasOwnProperty.call(m, "state") && m.state !== "")
                    w.uint32(26).string(m.state);
                if (m.index != null && $Object.hasOwnProperty.call(m, "index") && (typeof m.index === "object" ? m.index.low || m.index.high : m.index !== 0))
                    w.uint32(32).uint64(m.index);
                if (m.pendingEntries != null && $Object.hasOwnProperty.call(m, "pendingEntries") && (typeof m.pendingEntries === "object" ? m.pendingEntries.low || m.pendingEntries.high : m.pendingEntries !== 0))
                    w.uint32(40).uint64(m.pendingEntries);
                if (m.pendingBytes != null && $Object.hasOwnProperty.call(m, "pendingBytes") && (typeof m.pendingBytes === "object" ? m.pendingBytes.low || m.pendingBytes.high : m.pendingBytes !== 0))
                    w.uint32(48).uint64(m.pendingBytes);
                if (m.healedEntries != null && $Object.hasOwnProperty.call(m, "healedEntries") && (typeof m.healedEntries === "object" ? m.healedEntries.low || m.healedEntries.high : m.healedEntries !== 0))
                    w.uint32(56).uint64(m.healedEntries);
                if (m.healedBytes != null && $Object.hasOwnProperty.call(m, "healedBytes") && (typeof m.healedBytes === "object" ? m.healedBytes.low || m.healedBytes.high : m.healedBytes !== 0))
                    w.uint32(64).uint64(m.healedBytes);
                if (m.bytesPerSecond != null && $Object.hasOwnProperty.call(m, "bytesPerSecond") && !$Object.is(m.bytesPerSecond, 0))
                    w.uint32(73).double(m.bytesPerSecond);
                if (m.etaSeconds != null && $Object.hasOwnProperty.call(m, "etaSeconds"))
                    w.uint32(81).double(m.etaSeconds);
                if (m.problem != null && $Object.hasOwnProperty.call(m, "problem") && m.problem !== "")
                    w.uint32(90).string(m.problem);
                if (m.totalBytes != null && $Object.hasOwnProperty.call(m, "totalBytes") && (typeof m.totalBytes === "object" ? m.totalBytes.low || m.totalBytes.high : m.totalBytes !== 0))
                    w.uint32(96).uint64(m.totalBytes);
                if (m.availableBytes != null && $Object.hasOwnProperty.call(m, "availableBytes") && (typeof m.availableBytes === "object" ? m.availableBytes.low || m.availableBytes.high : m.availableBytes !== 0))
                    w.uint32(104).uint64(m.availableBytes);
                if (m.processId != null && $Object.hasOwnProperty.call(m, "processId") && m.processId !== 0)
                    w.uint32(112).uint32(m.processId);
                if (m.pendingNames != null && m.pendingNames.length) {
                    for (var i = 0; i < m.pendingNames.length; ++i)
                        w.uint32(122).string(m.pendingNames[i]);
                }
                if (m.scrub != null && $Object.hasOwnProperty.call(m, "scrub"))
                    $root.hafs.v1.ScrubState.encode(m.scrub, w.uint32(130).fork(), q + 1).ldelim();
                if (m.drained != null && $Object.hasOwnProperty.call(m, "drained") && m.drained !== false)
                    w.uint32(136).bool(m.drained);
                if (m.replaces != null && $Object.hasOwnProperty.call(m, "replaces") && m.replaces !== "")
                    w.uint32(146).string(m.replaces);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            BrickHealth.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.BrickHealth();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.brick = v;
                            else
                                delete m.brick;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.node = v;
                            else
                                delete m.node;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.state = v;
                            else
                                delete m.state;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.index = v;
                            else
                                delete m.index;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.pendingEntries = v;
                            else
                                delete m.pendingEntries;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.pendingBytes = v;
                            else
                                delete m.pendingBytes;
                            continue;
                        }
                    case 7: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.healedEntries = v;
                            else
                                delete m.healedEntries;
                            continue;
                        }
                    case 8: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.healedBytes = v;
                            else
                                delete m.healedBytes;
                            continue;
                        }
                    case 9: {
                            if (u !== 1)
                                break;
                            if (!$Object.is(v = r.double(), 0))
                                m.bytesPerSecond = v;
                            else
                                delete m.bytesPerSecond;
                            continue;
                        }
                    case 10: {
                            if (u !== 1)
                                break;
                            m.etaSeconds = r.double();
                            m._etaSeconds = "etaSeconds";
                            continue;
                        }
                    case 11: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.problem = v;
                            else
                                delete m.problem;
                            continue;
                        }
                    case 12: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.totalBytes = v;
                            else
                                delete m.totalBytes;
                            continue;
                        }
                    case 13: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.availableBytes = v;
                            else
                                delete m.availableBytes;
                            continue;
                        }
                    case 14: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.processId = v;
                            else
                                delete m.processId;
                            continue;
                        }
                    case 15: {
                            if (u !== 2)
                                break;
                            if (!(m.pendingNames && m.pendingNames.length))
                                m.pendingNames = [];
                            m.pendingNames.push(r.stringVerify());
                            continue;
                        }
                    case 16: {
                            if (u !== 2)
                                break;
                            m.scrub = $root.hafs.v1.ScrubState.decode(r, r.size(), $undefined, q + 1, m.scrub);
                            continue;
                        }
                    case 17: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.drained = v;
                            else
                                delete m.drained;
                            continue;
                        }
                    case 18: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.replaces = v;
                            else
                                delete m.replaces;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            BrickHealth.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.BrickHealth";
            };

            return BrickHealth;
        })();

        v1.ScrubState = (function() {

            const ScrubState = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ScrubState.prototype.running = false;
            ScrubState.prototype.startedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ScrubState.prototype.damaged = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ScrubState.prototype.repaired = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ScrubState.prototype.endedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            ScrubState.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.running != null && $Object.hasOwnProperty.call(m, "running") && m.running !== false)
                    w.uint32(8).bool(m.running);
                if (m.startedAtMs != null && $Object.hasOwnProperty.call(m, "startedAtMs") && (typeof m.startedAtMs === "object" ? m.startedAtMs.low || m.startedAtMs.high : m.startedAtMs !== 0))
                    w.uint32(16).uint64(m.startedAtMs);
                if (m.damaged != null && $Object.hasOwnProperty.call(m, "damaged") && (typeof m.damaged === "object" ? m.damaged.low || m.damaged.high : m.damaged !== 0))
                    w.uint32(24).uint64(m.damaged);
                if (m.repaired != null && $Object.hasOwnProperty.call(m, "repaired") && (typeof m.repaired === "object" ? m.repaired.low || m.repaired.high : m.repaired !== 0))
                    w.uint32(32).uint64(m.repaired);
                if (m.endedAtMs != null && $Object.hasOwnProperty.call(m, "endedAtMs") && (typeof m.endedAtMs === "object" ? m.endedAtMs.low || m.endedAtMs.high : m.endedAtMs !== 0))
                    w.uint32(40).uint64(m.endedAtMs);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ScrubState.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ScrubState();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.running = v;
                            else
                                delete m.running;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.startedAtMs = v;
                            else
                                delete m.startedAtMs;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.damaged = v;
                            else
                                delete m.damaged;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.repaired = v;
                            else
                                delete m.repaired;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.endedAtMs = v;
                            else
                                delete m.endedAtMs;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ScrubState.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ScrubState";
            };

            return ScrubState;
        })();

        v1.VerifyResponse = (function() {

            const VerifyResponse = function (p) {
                this.bricks = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            VerifyResponse.prototype.identical = false;
            VerifyResponse.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            VerifyResponse.prototype.bricks = $util.emptyArray;

            VerifyResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.identical != null && $Object.hasOwnProperty.call(m, "identical") && m.identical !== false)
                    w.uint32(8).bool(m.identical);
                if (m.index != null && $Object.hasOwnProperty.call(m, "index") && (typeof m.index === "object" ? m.index.low || m.index.high : m.index !== 0))
                    w.uint32(16).uint64(m.index);
                if (m.bricks != null && m.bricks.length) {
                    for (var i = 0; i < m.bricks.length; ++i)
                        $root.hafs.v1.BrickChecksum.encode(m.bricks[i], w.uint32(26).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            VerifyResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.VerifyResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.identical = v;
                            else
                                delete m.identical;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.index = v;
                            else
                                delete m.index;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if (!(m.bricks && m.bricks.length))
                                m.bricks = [];
                            m.bricks.push($root.hafs.v1.BrickChecksum.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            VerifyResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.VerifyResponse";
            };

            return VerifyResponse;
        })();

        v1.BrickChecksum = (function() {

            const BrickChecksum = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            BrickChecksum.prototype.brick = "";
            BrickChecksum.prototype.node = "";
            BrickChecksum.prototype.entries = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            BrickChecksum.prototype.checksum = "";
            BrickChecksum.prototype.problem = "";

            BrickChecksum.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.brick != null && $Object.hasOwnProperty.call(m, "brick") && m.brick !== "")
                    w.uint32(10).string(m.brick);
                if (m.node != null && $Object.hasOwnProperty.call(m, "node") && m.node !== "")
                    w.uint32(18).string(m.node);
                if (m.entries != null && $Object.hasOwnProperty.call(m, "entries") && (typeof m.entries === "object" ? m.entries.low || m.entries.high : m.entries !== 0))
                    w.uint32(24).uint64(m.entries);
                if (m.checksum != null && $Object.hasOwnProperty.call(m, "checksum") && m.checksum !== "")
                    w.uint32(34).string(m.checksum);
                if (m.problem != null && $Object.hasOwnProperty.call(m, "problem") && m.problem !== "")
                    w.uint32(42).string(m.problem);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            BrickChecksum.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.BrickChecksum();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.brick = v;
                            else
                                delete m.brick;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.node = v;
                            else
                                delete m.node;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.entries = v;
                            else
                                delete m.entries;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.checksum = v;
                            else
                                delete m.checksum;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.problem = v;
                            else
                                delete m.problem;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            BrickChecksum.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.BrickChecksum";
            };

            return BrickChecksum;
        })();

        v1.PrepareBrickRequest = (function() {

            const PrepareBrickRequest = function (p) {
                this.members = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            PrepareBrickRequest.prototype.group = "";
            PrepareBrickRequest.prototype.brick = "";
            PrepareBrickRequest.prototype.directory = "";
            PrepareBrickRequest.prototype.members = $util.emptyArray;
            PrepareBrickRequest.prototype.volume = "";
            PrepareBrickRequest.prototype.encryption = null;

            PrepareBrickRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.group != null && $Object.hasOwnProperty.call(m, "group") && m.group !== "")
                    w.uint32(10).string(m.group);
                if (m.brick != null && $Object.hasOwnProperty.call(m, "brick") && m.brick !== "")
                    w.uint32(18).string(m.brick);
                if (m.directory != null && $Object.hasOwnProperty.call(m, "directory") && m.directory !== "")
                    w.uint32(26).string(m.directory);
                if (m.members != null && m.members.length) {
                    for (var i = 0; i < m.members.length; ++i)
                        w.uint32(34).string(m.members[i]);
                }
                if (m.volume != null && $Object.hasOwnProperty.call(m, "volume") && m.volume !== "")
                    w.uint32(42).string(m.volume);
                if (m.encryption != null && $Object.hasOwnProperty.call(m, "encryption"))
                    $root.hafs.v1.VolumeEncryption.encode(m.encryption, w.uint32(50).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            PrepareBrickRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.PrepareBrickRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.group = v;
                            else
                                delete m.group;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.brick = v;
                            else
                                delete m.brick;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.directory = v;
                            else
                                delete m.directory;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if (!(m.members && m.members.length))
                                m.members = [];
                            m.members.push(r.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.volume = v;
                            else
                                delete m.volume;
                            continue;
                        }
                    case 6: {
                            if (u !== 2)
                                break;
                            m.encryption = $root.hafs.v1.VolumeEncryption.decode(r, r.size(), $undefined, q + 1, m.encryption);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            PrepareBrickRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.PrepareBrickRequest";
            };

            return PrepareBrickRequest;
        })();

        v1.PrepareBrickResponse = (function() {

            const PrepareBrickResponse = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            PrepareBrickResponse.prototype.encrypted = false;

            PrepareBrickResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.encrypted != null && $Object.hasOwnProperty.call(m, "encrypted") && m.encrypted !== false)
                    w.uint32(8).bool(m.encrypted);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            PrepareBrickResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.PrepareBrickResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.encrypted = v;
                            else
                                delete m.encrypted;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            PrepareBrickResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.PrepareBrickResponse";
            };

            return PrepareBrickResponse;
        })();

        v1.DiscardBrickRequest = (function() {

            const DiscardBrickRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            DiscardBrickRequest.prototype.brick = "";
            DiscardBrickRequest.prototype.directory = "";
            DiscardBrickRequest.prototype.group = "";
            DiscardBrickRequest.prototype.encryption = null;

            DiscardBrickRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.brick != null && $Object.hasOwnProperty.call(m, "brick") && m.brick !== "")
                    w.uint32(10).string(m.brick);
                if (m.directory != null && $Object.hasOwnProperty.call(m, "directory") && m.directory !== "")
                    w.uint32(18).string(m.directory);
                if (m.group != null && $Object.hasOwnProperty.call(m, "group") && m.group !== "")
                    w.uint32(26).string(m.group);
                if (m.encryption != null && $Object.hasOwnProperty.call(m, "encryption"))
                    $root.hafs.v1.VolumeEncryption.encode(m.encryption, w.uint32(34).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            DiscardBrickRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.DiscardBrickRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.brick = v;
                            else
                                delete m.brick;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.directory = v;
                            else
                                delete m.directory;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.group = v;
                            else
                                delete m.group;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            m.encryption = $root.hafs.v1.VolumeEncryption.decode(r, r.size(), $undefined, q + 1, m.encryption);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            DiscardBrickRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.DiscardBrickRequest";
            };

            return DiscardBrickRequest;
        })();

        v1.DiscardBrickResponse = (function() {

            const DiscardBrickResponse = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            DiscardBrickResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            DiscardBrickResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.DiscardBrickResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            DiscardBrickResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.DiscardBrickResponse";
            };

            return DiscardBrickResponse;
        })();

        v1.TryKeyRequest = (function() {

            const TryKeyRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            TryKeyRequest.prototype.group = "";
            TryKeyRequest.prototype.encryption = null;

            TryKeyRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.group != null && $Object.hasOwnProperty.call(m, "group") && m.group !== "")
                    w.uint32(10).string(m.group);
                if (m.encryption != null && $Object.hasOwnProperty.call(m, "encryption"))
                    $root.hafs.v1.VolumeEncryption.encode(m.encryption, w.uint32(18).fork(), q + 1).ldelim();
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            TryKeyRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.TryKeyRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.group = v;
                            else
                                delete m.group;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            m.encryption = $root.hafs.v1.VolumeEncryption.decode(r, r.size(), $undefined, q + 1, m.encryption);
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            TryKeyRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.TryKeyRequest";
            };

            return TryKeyRequest;
        })();

        v1.TryKeyResponse = (function() {

            const TryKeyResponse = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            TryKeyResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            TryKeyResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.TryKeyResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            TryKeyResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.TryKeyResponse";
            };

            return TryKeyResponse;
        })();

        v1.BrickStatusRequest = (function() {

            const BrickStatusRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            BrickStatusRequest.prototype.group = "";
            BrickStatusRequest.prototype.brick = "";

            BrickStatusRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.group != null && $Object.hasOwnProperty.call(m, "group") && m.group !== "")
                    w.uint32(10).string(m.group);
                if (m.brick != null && $Object.hasOwnProperty.call(m, "brick") && m.brick !== "")
                    w.uint32(18).string(m.brick);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            BrickStatusRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.BrickStatusRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.group = v;
                            else
                                delete m.group;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.brick = v;
                            else
                                delete m.brick;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            BrickStatusRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.BrickStatusRequest";
            };

            return BrickStatusRequest;
        })();

        v1.BrickStatusResponse = (function() {

            const BrickStatusResponse = function (p) {
                this.members = [];
                this.clients = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            BrickStatusResponse.prototype.open = false;
            BrickStatusResponse.prototype.problem = "";
            BrickStatusResponse.prototype.manager = false;
            BrickStatusResponse.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            BrickStatusResponse.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            BrickStatusResponse.prototype.quorum = false;
            BrickStatusResponse.prototype.members = $util.emptyArray;
            BrickStatusResponse.prototype.totalBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            BrickStatusResponse.prototype.availableBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            BrickStatusResponse.prototype.processId = 0;
            BrickStatusResponse.prototype.scrub = null;
            BrickStatusResponse.prototype.activity = null;
            BrickStatusResponse.prototype.clients = $util.emptyArray;
            BrickStatusResponse.prototype.clientCount = 0;

            BrickStatusResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.open != null && $Object.hasOwnProperty.call(m, "open") && m.open !== false)
                    w.uint32(8).bool(m.open);
                if (m.problem != null && $Object.hasOwnProperty.call(m, "problem") && m.problem !== "")
                    w.uint32(18).string(m.problem);
                if (m.manager != null && $Object.hasOwnProperty.call(m, "manager") && m.manager !== false)
                    w.uint32(24).bool(m.manager);
                if (m.term != null && $Object.hasOwnProperty.call(m, "term") && (typeof m.term === "object" ? m.term.low || m.term.high : m.term !== 0))
                    w.uint32(32).uint64(m.term);
                if (m.index != null && $Object.hasOwnProperty.call(m, "index") && (typeof m.index === "object" ? m.index.low || m.index.high : m.index !== 0))
                    w.uint32(40).uint64(m.index);
                if (m.quorum != null && $Object.hasOwnProperty.call(m, "quorum") && m.quorum !== false)
                    w.uint32(48).bool(m.quorum);
                if (m.members != null && m.members.length) {
                    for (var i = 0; i < m.members.length; ++i)
                        $root.hafs.v1.BrickHealth.encode(m.members[i], w.uint32(58).fork(), q + 1).ldelim();
                }
                if (m.totalBytes != null && $Object.hasOwnProperty.call(m, "totalBytes") && (typeof m.totalBytes === "object" ? m.totalBytes.low || m.totalBytes.high : m.totalBytes !== 0))
                    w.uint32(64).uint64(m.totalBytes);
                if (m.availableBytes != null && $Object.hasOwnProperty.call(m, "availableBytes") && (typeof m.availableBytes === "object" ? m.availableBytes.low || m.availableBytes.high : m.availableBytes !== 0))
                    w.uint32(72).uint64(m.availableBytes);
                if (m.processId != null && $Object.hasOwnProperty.call(m, "processId") && m.processId !== 0)
                    w.uint32(80).uint32(m.processId);
                if (m.scrub != null && $Object.hasOwnProperty.call(m, "scrub"))
                    $root.hafs.v1.ScrubState.encode(m.scrub, w.uint32(90).fork(), q + 1).ldelim();
                if (m.activity != null && $Object.hasOwnProperty.call(m, "activity"))
                    $root.hafs.v1.Activity.encode(m.activity, w.uint32(98).fork(), q + 1).ldelim();
                if (m.clients != null && m.clients.length) {
                    for (var i = 0; i < m.clients.length; ++i)
                        $root.hafs.v1.ClientInfo.encode(m.clients[i], w.uint32(106).fork(), q + 1).ldelim();
                }
                if (m.clientCount != null && $Object.hasOwnProperty.call(m, "clientCount") && m.clientCount !== 0)
                    w.uint32(112).uint32(m.clientCount);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            BrickStatusResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.BrickStatusResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.open = v;
                            else
                                delete m.open;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.problem = v;
                            else
                                delete m.problem;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.manager = v;
                            else
                                delete m.manager;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.term = v;
                            else
                                delete m.term;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.index = v;
                            else
                                delete m.index;
                            continue;
                        }
                    case 6: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.quorum = v;
                            else
                                delete m.quorum;
                            continue;
                        }
                    case 7: {
                            if (u !== 2)
                                break;
                            if (!(m.members && m.members.length))
                                m.members = [];
                            m.members.push($root.hafs.v1.BrickHealth.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 8: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.totalBytes = v;
                            else
                                delete m.totalBytes;
                            continue;
                        }
                    case 9: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.availableBytes = v;
                            else
                                delete m.availableBytes;
                            continue;
                        }
                    case 10: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.processId = v;
                            else
                                delete m.processId;
                            continue;
                        }
                    case 11: {
                            if (u !== 2)
                                break;
                            m.scrub = $root.hafs.v1.ScrubState.decode(r, r.size(), $undefined, q + 1, m.scrub);
                            continue;
                        }
                    case 12: {
                            if (u !== 2)
                                break;
                            m.activity = $root.hafs.v1.Activity.decode(r, r.size(), $undefined, q + 1, m.activity);
                            continue;
                        }
                    case 13: {
                            if (u !== 2)
                                break;
                            if (!(m.clients && m.clients.length))
                                m.clients = [];
                            m.clients.push($root.hafs.v1.ClientInfo.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 14: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.clientCount = v;
                            else
                                delete m.clientCount;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            BrickStatusResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.BrickStatusResponse";
            };

            return BrickStatusResponse;
        })();

        v1.HealBrickRequest = (function() {

            const HealBrickRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            HealBrickRequest.prototype.group = "";
            HealBrickRequest.prototype.full = false;

            HealBrickRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.group != null && $Object.hasOwnProperty.call(m, "group") && m.group !== "")
                    w.uint32(10).string(m.group);
                if (m.full != null && $Object.hasOwnProperty.call(m, "full") && m.full !== false)
                    w.uint32(16).bool(m.full);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            HealBrickRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.HealBrickRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.group = v;
                            else
                                delete m.group;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.full = v;
                            else
                                delete m.full;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            HealBrickRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.HealBrickRequest";
            };

            return HealBrickRequest;
        })();

        v1.HealBrickResponse = (function() {

            const HealBrickResponse = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            HealBrickResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            HealBrickResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.HealBrickResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            HealBrickResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.HealBrickResponse";
            };

            return HealBrickResponse;
        })();

        v1.MoveBrickRequest = (function() {

            const MoveBrickRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            MoveBrickRequest.prototype.group = "";
            MoveBrickRequest.prototype.toBrick = "";

            MoveBrickRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.group != null && $Object.hasOwnProperty.call(m, "group") && m.group !== "")
                    w.uint32(10).string(m.group);
                if (m.toBrick != null && $Object.hasOwnProperty.call(m, "toBrick") && m.toBrick !== "")
                    w.uint32(18).string(m.toBrick);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            MoveBrickRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.MoveBrickRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.group = v;
                            else
                                delete m.group;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.toBrick = v;
                            else
                                delete m.toBrick;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            MoveBrickRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.MoveBrickRequest";
            };

            return MoveBrickRequest;
        })();

        v1.MoveBrickResponse = (function() {

            const MoveBrickResponse = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            MoveBrickResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            MoveBrickResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.MoveBrickResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            MoveBrickResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.MoveBrickResponse";
            };

            return MoveBrickResponse;
        })();

        v1.VerifyBrickRequest = (function() {

            const VerifyBrickRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            VerifyBrickRequest.prototype.group = "";

            VerifyBrickRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.group != null && $Object.hasOwnProperty.call(m, "group") && m.group !== "")
                    w.uint32(10).string(m.group);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            VerifyBrickRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.VerifyBrickRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.group = v;
                            else
                                delete m.group;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            VerifyBrickRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.VerifyBrickRequest";
            };

            return VerifyBrickRequest;
        })();

        v1.ScrubBrickRequest = (function() {

            const ScrubBrickRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ScrubBrickRequest.prototype.group = "";
            ScrubBrickRequest.prototype.brick = "";

            ScrubBrickRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.group != null && $Object.hasOwnProperty.call(m, "group") && m.group !== "")
                    w.uint32(10).string(m.group);
                if (m.brick != null && $Object.hasOwnProperty.call(m, "brick") && m.brick !== "")
                    w.uint32(18).string(m.brick);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ScrubBrickRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ScrubBrickRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.group = v;
                            else
                                delete m.group;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.brick = v;
                            else
                                delete m.brick;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ScrubBrickRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ScrubBrickRequest";
            };

            return ScrubBrickRequest;
        })();

        v1.ScrubBrickResponse = (function() {

            const ScrubBrickResponse = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ScrubBrickResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ScrubBrickResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ScrubBrickResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ScrubBrickResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ScrubBrickResponse";
            };

            return ScrubBrickResponse;
        })();

        v1.Activity = (function() {

            const Activity = function (p) {
                this.latencyCounts = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Activity.prototype.operations = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Activity.prototype.errors = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Activity.prototype.readBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Activity.prototype.writtenBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Activity.prototype.latencyCounts = $util.emptyArray;

            Activity.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.operations != null && $Object.hasOwnProperty.call(m, "operations") && (typeof m.operations === "object" ? m.operations.low || m.operations.high : m.operations !== 0))
                    w.uint32(8).uint64(m.operations);
                if (m.errors != null && $Object.hasOwnProperty.call(m, "errors") && (typeof m.errors === "object" ? m.errors.low || m.errors.high : m.errors !== 0))
                    w.uint32(16).uint64(m.errors);
                if (m.readBytes != null && $Object.hasOwnProperty.call(m, "readBytes") && (typeof m.readBytes === "object" ? m.readBytes.low || m.readBytes.high : m.readBytes !== 0))
                    w.uint32(24).uint64(m.readBytes);
                if (m.writtenBytes != null && $Object.hasOwnProperty.call(m, "writtenBytes") && (typeof m.writtenBytes === "object" ? m.writtenBytes.low || m.writtenBytes.high : m.writtenBytes !== 0))
                    w.uint32(32).uint64(m.writtenBytes);
                if (m.latencyCounts != null && m.latencyCounts.length) {
                    w.uint32(42).uint64s(m.latencyCounts);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Activity.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Activity();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.operations = v;
                            else
                                delete m.operations;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.errors = v;
                            else
                                delete m.errors;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.readBytes = v;
                            else
                                delete m.readBytes;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.writtenBytes = v;
                            else
                                delete m.writtenBytes;
                            continue;
                        }
                    case 5: {
                            if (u === 2) {
                                if (!(m.latencyCounts && m.latencyCounts.length))
                                    m.latencyCounts = [];
                                r.uint64s(m.latencyCounts);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.latencyCounts && m.latencyCounts.length))
                                m.latencyCounts = [];
                            m.latencyCounts.push(r.uint64());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Activity.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Activity";
            };

            return Activity;
        })();

        v1.ClientInfo = (function() {

            const ClientInfo = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ClientInfo.prototype.client = "";
            ClientInfo.prototype.openedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            ClientInfo.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.client != null && $Object.hasOwnProperty.call(m, "client") && m.client !== "")
                    w.uint32(10).string(m.client);
                if (m.openedAtMs != null && $Object.hasOwnProperty.call(m, "openedAtMs") && (typeof m.openedAtMs === "object" ? m.openedAtMs.low || m.openedAtMs.high : m.openedAtMs !== 0))
                    w.uint32(16).uint64(m.openedAtMs);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ClientInfo.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ClientInfo();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.client = v;
                            else
                                delete m.client;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.openedAtMs = v;
                            else
                                delete m.openedAtMs;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ClientInfo.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ClientInfo";
            };

            return ClientInfo;
        })();

        v1.BrickClientsRequest = (function() {

            const BrickClientsRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            BrickClientsRequest.prototype.group = "";

            BrickClientsRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.group != null && $Object.hasOwnProperty.call(m, "group") && m.group !== "")
                    w.uint32(10).string(m.group);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            BrickClientsRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.BrickClientsRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.group = v;
                            else
                                delete m.group;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            BrickClientsRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.BrickClientsRequest";
            };

            return BrickClientsRequest;
        })();

        v1.ClientsResponse = (function() {

            const ClientsResponse = function (p) {
                this.clients = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ClientsResponse.prototype.clients = $util.emptyArray;

            ClientsResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.clients != null && m.clients.length) {
                    for (var i = 0; i < m.clients.length; ++i)
                        $root.hafs.v1.Client.encode(m.clients[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ClientsResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ClientsResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.clients && m.clients.length))
                                m.clients = [];
                            m.clients.push($root.hafs.v1.Client.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ClientsResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ClientsResponse";
            };

            return ClientsResponse;
        })();

        v1.Client = (function() {

            const Client = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Client.prototype.session = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Client.prototype.client = "";
            Client.prototype.openedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Client.prototype.connected = false;
            Client.prototype.version = "";
            Client.prototype.silentMs = 0;
            Client.prototype.leases = 0;
            Client.prototype.recallsOwed = 0;
            Client.prototype.inFlight = 0;
            Client.prototype.credential = "";

            Client.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.session != null && $Object.hasOwnProperty.call(m, "session") && (typeof m.session === "object" ? m.session.low || m.session.high : m.session !== 0))
                    w.uint32(8).uint64(m.session);
                if (m.client != null && $Object.hasOwnProperty.call(m, "client") && m.client !== "")
                    w.uint32(18).string(m.client);
                if (m.openedAtMs != null && $Object.hasOwnProperty.call(m, "openedAtMs") && (typeof m.openedAtMs === "object" ? m.openedAtMs.low || m.openedAtMs.high : m.openedAtMs !== 0))
                    w.uint32(24).uint64(m.openedAtMs);
                if (m.connected != null && $Object.hasOwnProperty.call(m, "connected") && m.connected !== false)
                    w.uint32(32).bool(m.connected);
                if (m.version != null && $Object.hasOwnProperty.call(m, "version") && m.version !== "")
                    w.uint32(42).string(m.version);
                if (m.silentMs != null && $Object.hasOwnProperty.call(m, "silentMs") && !$Object.is(m.silentMs, 0))
                    w.uint32(49).double(m.silentMs);
                if (m.leases != null && $Object.hasOwnProperty.call(m, "leases") && m.leases !== 0)
                    w.uint32(56).uint32(m.leases);
                if (m.recallsOwed != null && $Object.hasOwnProperty.call(m, "recallsOwed") && m.recallsOwed !== 0)
                    w.uint32(64).uint32(m.recallsOwed);
                if (m.inFlight != null && $Object.hasOwnProperty.call(m, "inFlight") && m.inFlight !== 0)
                    w.uint32(72).uint32(m.inFlight);
                if (m.credential != null && $Object.hasOwnProperty.call(m, "credential") && m.credential !== "")
                    w.uint32(82).string(m.credential);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Client.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Client();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.session = v;
                            else
                                delete m.session;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.client = v;
                            else
                                delete m.client;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.openedAtMs = v;
                            else
                                delete m.openedAtMs;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.connected = v;
                            else
                                delete m.connected;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.version = v;
                            else
                                delete m.version;
                            continue;
                        }
                    case 6: {
                            if (u !== 1)
                                break;
                            if (!$Object.is(v = r.double(), 0))
                                m.silentMs = v;
                            else
                                delete m.silentMs;
                            continue;
                        }
                    case 7: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.leases = v;
                            else
                                delete m.leases;
                            continue;
                        }
                    case 8: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.recallsOwed = v;
                            else
                                delete m.recallsOwed;
                            continue;
                        }
                    case 9: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.inFlight = v;
                            else
                                delete m.inFlight;
                            continue;
                        }
                    case 10: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.credential = v;
                            else
                                delete m.credential;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Client.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Client";
            };

            return Client;
        })();

        v1.EvictRequest = (function() {

            const EvictRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            EvictRequest.prototype.name = "";
            EvictRequest.prototype.session = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            EvictRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(10).string(m.name);
                if (m.session != null && $Object.hasOwnProperty.call(m, "session") && (typeof m.session === "object" ? m.session.low || m.session.high : m.session !== 0))
                    w.uint32(16).uint64(m.session);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            EvictRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.EvictRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.session = v;
                            else
                                delete m.session;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            EvictRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.EvictRequest";
            };

            return EvictRequest;
        })();

        v1.EvictClientRequest = (function() {

            const EvictClientRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            EvictClientRequest.prototype.group = "";
            EvictClientRequest.prototype.session = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            EvictClientRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.group != null && $Object.hasOwnProperty.call(m, "group") && m.group !== "")
                    w.uint32(10).string(m.group);
                if (m.session != null && $Object.hasOwnProperty.call(m, "session") && (typeof m.session === "object" ? m.session.low || m.session.high : m.session !== 0))
                    w.uint32(16).uint64(m.session);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            EvictClientRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.EvictClientRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.group = v;
                            else
                                delete m.group;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.session = v;
                            else
                                delete m.session;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            EvictClientRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.EvictClientRequest";
            };

            return EvictClientRequest;
        })();

        v1.EvictResponse = (function() {

            const EvictResponse = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            EvictResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            EvictResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.EvictResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    r.skipType(t & 7, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            EvictResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.EvictResponse";
            };

            return EvictResponse;
        })();

        v1.SightingsRequest = (function() {

            const SightingsRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SightingsRequest.prototype.group = "";

            SightingsRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.group != null && $Object.hasOwnProperty.call(m, "group") && m.group !== "")
                    w.uint32(10).string(m.group);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SightingsRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.SightingsRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.group = v;
                            else
                                delete m.group;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            SightingsRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.SightingsRequest";
            };

            return SightingsRequest;
        })();

        v1.SightingsResponse = (function() {

            const SightingsResponse = function (p) {
                this.sightings = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            SightingsResponse.prototype.sightings = $util.emptyArray;

            SightingsResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.sightings != null && m.sightings.length) {
                    for (var i = 0; i < m.sightings.length; ++i)
                        $root.hafs.v1.Sighting.encode(m.sightings[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            SightingsResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.SightingsResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.sightings && m.sightings.length))
                                m.sightings = [];
                            m.sightings.push($root.hafs.v1.Sighting.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            SightingsResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.SightingsResponse";
            };

            return SightingsResponse;
        })();

        v1.Sighting = (function() {

            const Sighting = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Sighting.prototype.service = "";
            Sighting.prototype.fromMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Sighting.prototype.toMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Sighting.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Sighting.prototype.manager = "";
            Sighting.prototype.obstacle = "";

            Sighting.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.service != null && $Object.hasOwnProperty.call(m, "service") && m.service !== "")
                    w.uint32(10).string(m.service);
                if (m.fromMs != null && $Object.hasOwnProperty.call(m, "fromMs") && (typeof m.fromMs === "object" ? m.fromMs.low || m.fromMs.high : m.fromMs !== 0))
                    w.uint32(16).uint64(m.fromMs);
                if (m.toMs != null && $Object.hasOwnProperty.call(m, "toMs") && (typeof m.toMs === "object" ? m.toMs.low || m.toMs.high : m.toMs !== 0))
                    w.uint32(24).uint64(m.toMs);
                if (m.term != null && $Object.hasOwnProperty.call(m, "term") && (typeof m.term === "object" ? m.term.low || m.term.high : m.term !== 0))
                    w.uint32(32).uint64(m.term);
                if (m.manager != null && $Object.hasOwnProperty.call(m, "manager") && m.manager !== "")
                    w.uint32(42).string(m.manager);
                if (m.obstacle != null && $Object.hasOwnProperty.call(m, "obstacle") && m.obstacle !== "")
                    w.uint32(50).string(m.obstacle);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Sighting.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Sighting();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.service = v;
                            else
                                delete m.service;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.fromMs = v;
                            else
                                delete m.fromMs;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.toMs = v;
                            else
                                delete m.toMs;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.term = v;
                            else
                                delete m.term;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.manager = v;
                            else
                                delete m.manager;
                            continue;
                        }
                    case 6: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.obstacle = v;
                            else
                                delete m.obstacle;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Sighting.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Sighting";
            };

            return Sighting;
        })();

        v1.AvailabilityResponse = (function() {

            const AvailabilityResponse = function (p) {
                this.silent = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            AvailabilityResponse.prototype.sinceMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            AvailabilityResponse.prototype.untilMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            AvailabilityResponse.prototype.write = null;
            AvailabilityResponse.prototype.read = null;
            AvailabilityResponse.prototype.silent = $util.emptyArray;

            AvailabilityResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.sinceMs != null && $Object.hasOwnProperty.call(m, "sinceMs") && (typeof m.sinceMs === "object" ? m.sinceMs.low || m.sinceMs.high : m.sinceMs !== 0))
                    w.uint32(8).uint64(m.sinceMs);
                if (m.untilMs != null && $Object.hasOwnProperty.call(m, "untilMs") && (typeof m.untilMs === "object" ? m.untilMs.low || m.untilMs.high : m.untilMs !== 0))
                    w.uint32(16).uint64(m.untilMs);
                if (m.write != null && $Object.hasOwnProperty.call(m, "write"))
                    $root.hafs.v1.ServiceRecord.encode(m.write, w.uint32(26).fork(), q + 1).ldelim();
                if (m.read != null && $Object.hasOwnProperty.call(m, "read"))
                    $root.hafs.v1.ServiceRecord.encode(m.read, w.uint32(34).fork(), q + 1).ldelim();
                if (m.silent != null && m.silent.length) {
                    for (var i = 0; i < m.silent.length; ++i)
                        w.uint32(42).string(m.silent[i]);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            AvailabilityResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.AvailabilityResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.sinceMs = v;
                            else
                                delete m.sinceMs;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.untilMs = v;
                            else
                                delete m.untilMs;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            m.write = $root.hafs.v1.ServiceRecord.decode(r, r.size(), $undefined, q + 1, m.write);
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            m.read = $root.hafs.v1.ServiceRecord.decode(r, r.size(), $undefined, q + 1, m.read);
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if (!(m.silent && m.silent.length))
                                m.silent = [];
                            m.silent.push(r.stringVerify());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            AvailabilityResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.AvailabilityResponse";
            };

            return AvailabilityResponse;
        })();

        v1.ServiceRecord = (function() {

            const ServiceRecord = function (p) {
                this.outages = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ServiceRecord.prototype.available = false;
            ServiceRecord.prototype.sinceMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ServiceRecord.prototype.availableMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ServiceRecord.prototype.unavailableMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ServiceRecord.prototype.outageCount = 0;
            ServiceRecord.prototype.outages = $util.emptyArray;
            ServiceRecord.prototype.ratio = 0;
            ServiceRecord.prototype.nines = null;
            ServiceRecord.prototype.mtbfMs = null;
            ServiceRecord.prototype.mttrMs = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ServiceRecord.prototype, "_nines", {
                get: $util.oneOfGetter($oneOfFields = ["nines"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ServiceRecord.prototype, "_mtbfMs", {
                get: $util.oneOfGetter($oneOfFields = ["mtbfMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ServiceRecord.prototype, "_mttrMs", {
                get: $util.oneOfGetter($oneOfFields = ["mttrMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            ServiceRecord.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.available != null && $Object.hasOwnProperty.call(m, "available") && m.available !== false)
                    w.uint32(8).bool(m.available);
                if (m.sinceMs != null && $Object.hasOwnProperty.call(m, "sinceMs") && (typeof m.sinceMs === "object" ? m.sinceMs.low || m.sinceMs.high : m.sinceMs !== 0))
                    w.uint32(16).uint64(m.sinceMs);
                if (m.availableMs != null && $Object.hasOwnProperty.call(m, "availableMs") && (typeof m.availableMs === "object" ? m.availableMs.low || m.availableMs.high : m.availableMs !== 0))
                    w.uint32(24).uint64(m.availableMs);
                if (m.unavailableMs != null && $Object.hasOwnProperty.call(m, "unavailableMs") && (typeof m.unavailableMs === "object" ? m.unavailableMs.low || m.unavailableMs.high : m.unavailableMs !== 0))
                    w.uint32(32).uint64(m.unavailableMs);
                if (m.outageCount != null && $Object.hasOwnProperty.call(m, "outageCount") && m.outageCount !== 0)
                    w.uint32(40).uint32(m.outageCount);
                if (m.outages != null && m.outages.length) {
                    for (var i = 0; i < m.outages.length; ++i)
                        $root.hafs.v1.Outage.encode(m.outages[i], w.uint32(50).fork(), q + 1).ldelim();
                }
                if (m.ratio != null && $Object.hasOwnProperty.call(m, "ratio") && !$Object.is(m.ratio, 0))
                    w.uint32(57).double(m.ratio);
                if (m.nines != null && $Object.hasOwnProperty.call(m, "nines"))
                    w.uint32(65).double(m.nines);
                if (m.mtbfMs != null && $Object.hasOwnProperty.call(m, "mtbfMs"))
                    w.uint32(73).double(m.mtbfMs);
                if (m.mttrMs != null && $Object.hasOwnProperty.call(m, "mttrMs"))
                    w.uint32(81).double(m.mttrMs);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ServiceRecord.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ServiceRecord();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (v = r.bool())
                                m.available = v;
                            else
                                delete m.available;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.sinceMs = v;
                            else
                                delete m.sinceMs;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.availableMs = v;
                            else
                                delete m.availableMs;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.unavailableMs = v;
                            else
                                delete m.unavailableMs;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (v = r.uint32())
                                m.outageCount = v;
                            else
                                delete m.outageCount;
                            continue;
                        }
                    case 6: {
                            if (u !== 2)
                                break;
                            if (!(m.outages && m.outages.length))
                                m.outages = [];
                            m.outages.push($root.hafs.v1.Outage.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 7: {
                            if (u !== 1)
                                break;
                            if (!$Object.is(v = r.double(), 0))
                                m.ratio = v;
                            else
                                delete m.ratio;
                            continue;
                        }
                    case 8: {
                            if (u !== 1)
                                break;
                            m.nines = r.double();
                            m._nines = "nines";
                            continue;
                        }
                    case 9: {
                            if (u !== 1)
                                break;
                            m.mtbfMs = r.double();
                            m._mtbfMs = "mtbfMs";
                            continue;
                        }
                    case 10: {
                            if (u !== 1)
                                break;
                            m.mttrMs = r.double();
                            m._mttrMs = "mttrMs";
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ServiceRecord.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ServiceRecord";
            };

            return ServiceRecord;
        })();

        v1.Outage = (function() {

            const Outage = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            Outage.prototype.fromMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Outage.prototype.toMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Outage.prototype.cause = "";
            Outage.prototype.before = "";
            Outage.prototype.after = "";

            Outage.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.fromMs != null && $Object.hasOwnProperty.call(m, "fromMs") && (typeof m.fromMs === "object" ? m.fromMs.low || m.fromMs.high : m.fromMs !== 0))
                    w.uint32(8).uint64(m.fromMs);
                if (m.toMs != null && $Object.hasOwnProperty.call(m, "toMs") && (typeof m.toMs === "object" ? m.toMs.low || m.toMs.high : m.toMs !== 0))
                    w.uint32(16).uint64(m.toMs);
                if (m.cause != null && $Object.hasOwnProperty.call(m, "cause") && m.cause !== "")
                    w.uint32(26).string(m.cause);
                if (m.before != null && $Object.hasOwnProperty.call(m, "before") && m.before !== "")
                    w.uint32(34).string(m.before);
                if (m.after != null && $Object.hasOwnProperty.call(m, "after") && m.after !== "")
                    w.uint32(42).string(m.after);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            Outage.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.Outage();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.fromMs = v;
                            else
                                delete m.fromMs;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.toMs = v;
                            else
                                delete m.toMs;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.cause = v;
                            else
                                delete m.cause;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.before = v;
                            else
                                delete m.before;
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.after = v;
                            else
                                delete m.after;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            Outage.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.Outage";
            };

            return Outage;
        })();

        v1.ProfileRequest = (function() {

            const ProfileRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ProfileRequest.prototype.name = "";
            ProfileRequest.prototype.session = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            ProfileRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(10).string(m.name);
                if (m.session != null && $Object.hasOwnProperty.call(m, "session") && (typeof m.session === "object" ? m.session.low || m.session.high : m.session !== 0))
                    w.uint32(16).uint64(m.session);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ProfileRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ProfileRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.session = v;
                            else
                                delete m.session;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ProfileRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ProfileRequest";
            };

            return ProfileRequest;
        })();

        v1.ProfileBrickRequest = (function() {

            const ProfileBrickRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ProfileBrickRequest.prototype.brick = "";
            ProfileBrickRequest.prototype.session = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            ProfileBrickRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.brick != null && $Object.hasOwnProperty.call(m, "brick") && m.brick !== "")
                    w.uint32(10).string(m.brick);
                if (m.session != null && $Object.hasOwnProperty.call(m, "session") && (typeof m.session === "object" ? m.session.low || m.session.high : m.session !== 0))
                    w.uint32(16).uint64(m.session);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ProfileBrickRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ProfileBrickRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.brick = v;
                            else
                                delete m.brick;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.session = v;
                            else
                                delete m.session;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ProfileBrickRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ProfileBrickRequest";
            };

            return ProfileBrickRequest;
        })();

        v1.ProfileResponse = (function() {

            const ProfileResponse = function (p) {
                this.bricks = [];
                this.latencyBoundsMs = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ProfileResponse.prototype.bricks = $util.emptyArray;
            ProfileResponse.prototype.latencyBoundsMs = $util.emptyArray;

            ProfileResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.bricks != null && m.bricks.length) {
                    for (var i = 0; i < m.bricks.length; ++i)
                        $root.hafs.v1.BrickProfile.encode(m.bricks[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.latencyBoundsMs != null && m.latencyBoundsMs.length) {
                    w.uint32(18).doubles(m.latencyBoundsMs);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ProfileResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ProfileResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.bricks && m.bricks.length))
                                m.bricks = [];
                            m.bricks.push($root.hafs.v1.BrickProfile.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 2: {
                            if (u === 2) {
                                if (!(m.latencyBoundsMs && m.latencyBoundsMs.length))
                                    m.latencyBoundsMs = [];
                                r.doubles(m.latencyBoundsMs);
                                continue;
                            }
                            if (u !== 1)
                                break;
                            if (!(m.latencyBoundsMs && m.latencyBoundsMs.length))
                                m.latencyBoundsMs = [];
                            m.latencyBoundsMs.push(r.double());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ProfileResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ProfileResponse";
            };

            return ProfileResponse;
        })();

        v1.BrickProfile = (function() {

            const BrickProfile = function (p) {
                this.operations = [];
                this.clients = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            BrickProfile.prototype.brick = "";
            BrickProfile.prototype.node = "";
            BrickProfile.prototype.sinceMs = 0;
            BrickProfile.prototype.operations = $util.emptyArray;
            BrickProfile.prototype.clients = $util.emptyArray;

            BrickProfile.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.brick != null && $Object.hasOwnProperty.call(m, "brick") && m.brick !== "")
                    w.uint32(10).string(m.brick);
                if (m.node != null && $Object.hasOwnProperty.call(m, "node") && m.node !== "")
                    w.uint32(18).string(m.node);
                if (m.sinceMs != null && $Object.hasOwnProperty.call(m, "sinceMs") && !$Object.is(m.sinceMs, 0))
                    w.uint32(25).double(m.sinceMs);
                if (m.operations != null && m.operations.length) {
                    for (var i = 0; i < m.operations.length; ++i)
                        $root.hafs.v1.OperationProfile.encode(m.operations[i], w.uint32(34).fork(), q + 1).ldelim();
                }
                if (m.clients != null && m.clients.length) {
                    for (var i = 0; i < m.clients.length; ++i)
                        $root.hafs.v1.ClientProfile.encode(m.clients[i], w.uint32(42).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            BrickProfile.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.BrickProfile();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.brick = v;
                            else
                                delete m.brick;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.node = v;
                            else
                                delete m.node;
                            continue;
                        }
                    case 3: {
                            if (u !== 1)
                                break;
                            if (!$Object.is(v = r.double(), 0))
                                m.sinceMs = v;
                            else
                                delete m.sinceMs;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if (!(m.operations && m.operations.length))
                                m.operations = [];
                            m.operations.push($root.hafs.v1.OperationProfile.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    case 5: {
                            if (u !== 2)
                                break;
                            if (!(m.clients && m.clients.length))
                                m.clients = [];
                            m.clients.push($root.hafs.v1.ClientProfile.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            BrickProfile.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.BrickProfile";
            };

            return BrickProfile;
        })();

        v1.OperationProfile = (function() {

            const OperationProfile = function (p) {
                this.latencyCounts = [];
                this.files = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            OperationProfile.prototype.operation = "";
            OperationProfile.prototype.count = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            OperationProfile.prototype.totalMs = 0;
            OperationProfile.prototype.maxMs = 0;
            OperationProfile.prototype.latencyCounts = $util.emptyArray;
            OperationProfile.prototype.files = $util.emptyArray;

            OperationProfile.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.operation != null && $Object.hasOwnProperty.call(m, "operation") && m.operation !== "")
                    w.uint32(10).string(m.operation);
                if (m.count != null && $Object.hasOwnProperty.call(m, "count") && (typeof m.count === "object" ? m.count.low || m.count.high : m.count !== 0))
                    w.uint32(16).uint64(m.count);
                if (m.totalMs != null && $Object.hasOwnProperty.call(m, "totalMs") && !$Object.is(m.totalMs, 0))
                    w.uint32(25).double(m.totalMs);
                if (m.maxMs != null && $Object.hasOwnProperty.call(m, "maxMs") && !$Object.is(m.maxMs, 0))
                    w.uint32(33).double(m.maxMs);
                if (m.latencyCounts != null && m.latencyCounts.length) {
                    w.uint32(42).uint64s(m.latencyCounts);
                }
                if (m.files != null && m.files.length) {
                    for (var i = 0; i < m.files.length; ++i)
                        $root.hafs.v1.HotFile.encode(m.files[i], w.uint32(50).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            OperationProfile.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.OperationProfile();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.operation = v;
                            else
                                delete m.operation;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.count = v;
                            else
                                delete m.count;
                            continue;
                        }
                    case 3: {
                            if (u !== 1)
                                break;
                            if (!$Object.is(v = r.double(), 0))
                                m.totalMs = v;
                            else
                                delete m.totalMs;
                            continue;
                        }
                    case 4: {
                            if (u !== 1)
                                break;
                            if (!$Object.is(v = r.double(), 0))
                                m.maxMs = v;
                            else
                                delete m.maxMs;
                            continue;
                        }
                    case 5: {
                            if (u === 2) {
                                if (!(m.latencyCounts && m.latencyCounts.length))
                                    m.latencyCounts = [];
                                r.uint64s(m.latencyCounts);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.latencyCounts && m.latencyCounts.length))
                                m.latencyCounts = [];
                            m.latencyCounts.push(r.uint64());
                            continue;
                        }
                    case 6: {
                            if (u !== 2)
                                break;
                            if (!(m.files && m.files.length))
                                m.files = [];
                            m.files.push($root.hafs.v1.HotFile.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            OperationProfile.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.OperationProfile";
            };

            return OperationProfile;
        })();

        v1.HotFile = (function() {

            const HotFile = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            HotFile.prototype.ino = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            HotFile.prototype.count = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            HotFile.prototype.excessMax = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            HotFile.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.ino != null && $Object.hasOwnProperty.call(m, "ino") && (typeof m.ino === "object" ? m.ino.low || m.ino.high : m.ino !== 0))
                    w.uint32(8).uint64(m.ino);
                if (m.count != null && $Object.hasOwnProperty.call(m, "count") && (typeof m.count === "object" ? m.count.low || m.count.high : m.count !== 0))
                    w.uint32(16).uint64(m.count);
                if (m.excessMax != null && $Object.hasOwnProperty.call(m, "excessMax") && (typeof m.excessMax === "object" ? m.excessMax.low || m.excessMax.high : m.excessMax !== 0))
                    w.uint32(24).uint64(m.excessMax);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            HotFile.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.HotFile();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ino = v;
                            else
                                delete m.ino;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.count = v;
                            else
                                delete m.count;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.excessMax = v;
                            else
                                delete m.excessMax;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            HotFile.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.HotFile";
            };

            return HotFile;
        })();

        v1.ClientProfile = (function() {

            const ClientProfile = function (p) {
                this.latencyCounts = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            ClientProfile.prototype.client = "";
            ClientProfile.prototype.session = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ClientProfile.prototype.count = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ClientProfile.prototype.readBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ClientProfile.prototype.writtenBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ClientProfile.prototype.totalMs = 0;
            ClientProfile.prototype.maxMs = 0;
            ClientProfile.prototype.latencyCounts = $util.emptyArray;

            ClientProfile.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.client != null && $Object.hasOwnProperty.call(m, "client") && m.client !== "")
                    w.uint32(10).string(m.client);
                if (m.session != null && $Object.hasOwnProperty.call(m, "session") && (typeof m.session === "object" ? m.session.low || m.session.high : m.session !== 0))
                    w.uint32(16).uint64(m.session);
                if (m.count != null && $Object.hasOwnProperty.call(m, "count") && (typeof m.count === "object" ? m.count.low || m.count.high : m.count !== 0))
                    w.uint32(24).uint64(m.count);
                if (m.readBytes != null && $Object.hasOwnProperty.call(m, "readBytes") && (typeof m.readBytes === "object" ? m.readBytes.low || m.readBytes.high : m.readBytes !== 0))
                    w.uint32(32).uint64(m.readBytes);
                if (m.writtenBytes != null && $Object.hasOwnProperty.call(m, "writtenBytes") && (typeof m.writtenBytes === "object" ? m.writtenBytes.low || m.writtenBytes.high : m.writtenBytes !== 0))
                    w.uint32(40).uint64(m.writtenBytes);
                if (m.totalMs != null && $Object.hasOwnProperty.call(m, "totalMs") && !$Object.is(m.totalMs, 0))
                    w.uint32(49).double(m.totalMs);
                if (m.maxMs != null && $Object.hasOwnProperty.call(m, "maxMs") && !$Object.is(m.maxMs, 0))
                    w.uint32(57).double(m.maxMs);
                if (m.latencyCounts != null && m.latencyCounts.length) {
                    w.uint32(66).uint64s(m.latencyCounts);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            ClientProfile.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.ClientProfile();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.client = v;
                            else
                                delete m.client;
                            continue;
                        }
                    case 2: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.session = v;
                            else
                                delete m.session;
                            continue;
                        }
                    case 3: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.count = v;
                            else
                                delete m.count;
                            continue;
                        }
                    case 4: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.readBytes = v;
                            else
                                delete m.readBytes;
                            continue;
                        }
                    case 5: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.writtenBytes = v;
                            else
                                delete m.writtenBytes;
                            continue;
                        }
                    case 6: {
                            if (u !== 1)
                                break;
                            if (!$Object.is(v = r.double(), 0))
                                m.totalMs = v;
                            else
                                delete m.totalMs;
                            continue;
                        }
                    case 7: {
                            if (u !== 1)
                                break;
                            if (!$Object.is(v = r.double(), 0))
                                m.maxMs = v;
                            else
                                delete m.maxMs;
                            continue;
                        }
                    case 8: {
                            if (u === 2) {
                                if (!(m.latencyCounts && m.latencyCounts.length))
                                    m.latencyCounts = [];
                                r.uint64s(m.latencyCounts);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.latencyCounts && m.latencyCounts.length))
                                m.latencyCounts = [];
                            m.latencyCounts.push(r.uint64());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            ClientProfile.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.ClientProfile";
            };

            return ClientProfile;
        })();

        v1.PathsRequest = (function() {

            const PathsRequest = function (p) {
                this.inos = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            PathsRequest.prototype.name = "";
            PathsRequest.prototype.inos = $util.emptyArray;

            PathsRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(10).string(m.name);
                if (m.inos != null && m.inos.length) {
                    w.uint32(18).uint64s(m.inos);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            PathsRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.PathsRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 2: {
                            if (u === 2) {
                                if (!(m.inos && m.inos.length))
                                    m.inos = [];
                                r.uint64s(m.inos);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.inos && m.inos.length))
                                m.inos = [];
                            m.inos.push(r.uint64());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            PathsRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.PathsRequest";
            };

            return PathsRequest;
        })();

        v1.BrickPathsRequest = (function() {

            const BrickPathsRequest = function (p) {
                this.inos = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            BrickPathsRequest.prototype.group = "";
            BrickPathsRequest.prototype.inos = $util.emptyArray;

            BrickPathsRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.group != null && $Object.hasOwnProperty.call(m, "group") && m.group !== "")
                    w.uint32(10).string(m.group);
                if (m.inos != null && m.inos.length) {
                    w.uint32(18).uint64s(m.inos);
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            BrickPathsRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.BrickPathsRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.group = v;
                            else
                                delete m.group;
                            continue;
                        }
                    case 2: {
                            if (u === 2) {
                                if (!(m.inos && m.inos.length))
                                    m.inos = [];
                                r.uint64s(m.inos);
                                continue;
                            }
                            if (u !== 0)
                                break;
                            if (!(m.inos && m.inos.length))
                                m.inos = [];
                            m.inos.push(r.uint64());
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            BrickPathsRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.BrickPathsRequest";
            };

            return BrickPathsRequest;
        })();

        v1.PathsResponse = (function() {

            const PathsResponse = function (p) {
                this.paths = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            PathsResponse.prototype.paths = $util.emptyArray;

            PathsResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.paths != null && m.paths.length) {
                    for (var i = 0; i < m.paths.length; ++i)
                        $root.hafs.v1.FilePath.encode(m.paths[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            PathsResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.PathsResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.paths && m.paths.length))
                                m.paths = [];
                            m.paths.push($root.hafs.v1.FilePath.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            PathsResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.PathsResponse";
            };

            return PathsResponse;
        })();

        v1.FilePath = (function() {

            const FilePath = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            FilePath.prototype.ino = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            FilePath.prototype.path = $util.newBuffer([]);

            FilePath.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.ino != null && $Object.hasOwnProperty.call(m, "ino") && (typeof m.ino === "object" ? m.ino.low || m.ino.high : m.ino !== 0))
                    w.uint32(8).uint64(m.ino);
                if (m.path != null && $Object.hasOwnProperty.call(m, "path") && m.path.length)
                    w.uint32(18).bytes(m.path);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            FilePath.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.FilePath();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 0)
                                break;
                            if (typeof (v = r.uint64()) === "object" ? v.low || v.high : v !== 0)
                                m.ino = v;
                            else
                                delete m.ino;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.bytes()).length)
                                m.path = v;
                            else
                                delete m.path;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            FilePath.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.FilePath";
            };

            return FilePath;
        })();

        v1.StateDumpRequest = (function() {

            const StateDumpRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            StateDumpRequest.prototype.name = "";
            StateDumpRequest.prototype.node = "";

            StateDumpRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.name != null && $Object.hasOwnProperty.call(m, "name") && m.name !== "")
                    w.uint32(10).string(m.name);
                if (m.node != null && $Object.hasOwnProperty.call(m, "node") && m.node !== "")
                    w.uint32(18).string(m.node);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            StateDumpRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.StateDumpRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.name = v;
                            else
                                delete m.name;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.node = v;
                            else
                                delete m.node;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            StateDumpRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.StateDumpRequest";
            };

            return StateDumpRequest;
        })();

        v1.StateDumpBrickRequest = (function() {

            const StateDumpBrickRequest = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            StateDumpBrickRequest.prototype.brick = "";

            StateDumpBrickRequest.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.brick != null && $Object.hasOwnProperty.call(m, "brick") && m.brick !== "")
                    w.uint32(10).string(m.brick);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            StateDumpBrickRequest.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.StateDumpBrickRequest();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.brick = v;
                            else
                                delete m.brick;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            StateDumpBrickRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.StateDumpBrickRequest";
            };

            return StateDumpBrickRequest;
        })();

        v1.StateDumpResponse = (function() {

            const StateDumpResponse = function (p) {
                this.bricks = [];
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            StateDumpResponse.prototype.bricks = $util.emptyArray;

            StateDumpResponse.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.bricks != null && m.bricks.length) {
                    for (var i = 0; i < m.bricks.length; ++i)
                        $root.hafs.v1.BrickStateDump.encode(m.bricks[i], w.uint32(10).fork(), q + 1).ldelim();
                }
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            StateDumpResponse.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.StateDumpResponse();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if (!(m.bricks && m.bricks.length))
                                m.bricks = [];
                            m.bricks.push($root.hafs.v1.BrickStateDump.decode(r, r.size(), $undefined, q + 1));
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            StateDumpResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.StateDumpResponse";
            };

            return StateDumpResponse;
        })();

        v1.BrickStateDump = (function() {

            const BrickStateDump = function (p) {
                if (p)
                    for (var ks = $Object.keys(p), i = 0; i < ks.length; ++i)
                        if (p[ks[i]] != null && ks[i] !== "__proto__")
                            this[ks[i]] = p[ks[i]];
            };

            BrickStateDump.prototype.brick = "";
            BrickStateDump.prototype.node = "";
            BrickStateDump.prototype.json = "";
            BrickStateDump.prototype.problem = "";

            BrickStateDump.encode = function (m, w, q) {
                if (!w)
                    w = $Writer.create();
                if (q === $undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (m.brick != null && $Object.hasOwnProperty.call(m, "brick") && m.brick !== "")
                    w.uint32(10).string(m.brick);
                if (m.node != null && $Object.hasOwnProperty.call(m, "node") && m.node !== "")
                    w.uint32(18).string(m.node);
                if (m.json != null && $Object.hasOwnProperty.call(m, "json") && m.json !== "")
                    w.uint32(26).string(m.json);
                if (m.problem != null && $Object.hasOwnProperty.call(m, "problem") && m.problem !== "")
                    w.uint32(34).string(m.problem);
                if (m.$unknowns != null && $Object.hasOwnProperty.call(m, "$unknowns"))
                    for (var i = 0; i < m.$unknowns.length; ++i)
                        w.raw(m.$unknowns[i]);
                return w;
            };

            BrickStateDump.decode = function (r, l, z, q, g) {
                if (!(r instanceof $Reader))
                    r = $Reader.create(r);
                if (q === $undefined)
                    q = 0;
                if (q > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var c, m, v;
                if (l === $undefined)
                    c = r.len;
                else {
                    c = r.pos + l;
                    if (c > r.len)
                        throw $RangeError("index out of range");
                    l = r.len;
                    r.len = c;
                }
                m = g || new $root.hafs.v1.BrickStateDump();
                while (r.pos < c) {
                    var s = r.pos;
                    var t = r.tag();
                    if (t === z) {
                        z = $undefined;
                        break;
                    }
                    var u = t & 7;
                    switch (t >>>= 3) {
                    case 1: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.brick = v;
                            else
                                delete m.brick;
                            continue;
                        }
                    case 2: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.node = v;
                            else
                                delete m.node;
                            continue;
                        }
                    case 3: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.json = v;
                            else
                                delete m.json;
                            continue;
                        }
                    case 4: {
                            if (u !== 2)
                                break;
                            if ((v = r.stringVerify()).length)
                                m.problem = v;
                            else
                                delete m.problem;
                            continue;
                        }
                    }
                    r.skipType(u, q, t);
                    if (!r.discardUnknown) {
                        $util.makeProp(m, "$unknowns", false);
                        (m.$unknowns || (m.$unknowns = [])).push(r.raw(s, r.pos));
                    }
                }
                if (l !== $undefined) {
                    if (r.pos !== c)
                        throw $RangeError("index out of range");
                    r.len = l;
                }
                if (z !== $undefined)
                    throw $Error("missing end group");
                return m;
            };

            BrickStateDump.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hafs.v1.BrickStateDump";
            };

            return BrickStateDump;
        })();

        return v1;
    })();

    return hafs;
})();

export {
  $root as default
};
