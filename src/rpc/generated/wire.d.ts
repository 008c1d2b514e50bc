import * as $protobuf from "protobufjs";
import Long = require("long");

export namespace hafs {

    namespace v1 {

        interface ILocateRequest extends hafs.v1.LocateRequest.$Properties {
        }

        class LocateRequest {
            constructor(properties?: hafs.v1.LocateRequest.$Properties);
            $unknowns?: Uint8Array[];
            volume: string;
            static encode(message: hafs.v1.LocateRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.LocateRequest & hafs.v1.LocateRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace LocateRequest {
            interface $Properties {
                volume?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.LocateRequest.$Properties;
        }

        interface ILocateResponse extends hafs.v1.LocateResponse.$Properties {
        }

        class LocateResponse {
            constructor(properties?: hafs.v1.LocateResponse.$Properties);
            $unknowns?: Uint8Array[];
            addresses: string[];
            manager: string;
            started: boolean;
            static encode(message: hafs.v1.LocateResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.LocateResponse & hafs.v1.LocateResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace LocateResponse {
            interface $Properties {
                addresses?: (string[]|null);
                manager?: (string|null);
                started?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.LocateResponse.$Properties;
        }

        interface IFileRequest extends hafs.v1.FileRequest.$Properties {
        }

        class FileRequest {
            constructor(properties?: hafs.v1.FileRequest.$Properties);
            $unknowns?: Uint8Array[];
            id: number;
            slot: number;
            sequence: number;
            open?: (hafs.v1.OpenSession.$Properties|null);
            keepAlive?: (hafs.v1.KeepAlive.$Properties|null);
            close?: (hafs.v1.CloseSession.$Properties|null);
            recalled?: (hafs.v1.Recalled.$Properties|null);
            make?: (hafs.v1.Make.$Properties|null);
            link?: (hafs.v1.Link.$Properties|null);
            unlink?: (hafs.v1.Remove.$Properties|null);
            rmdir?: (hafs.v1.Remove.$Properties|null);
            rename?: (hafs.v1.Rename.$Properties|null);
            setattr?: (hafs.v1.SetAttr.$Properties|null);
            write?: (hafs.v1.Write.$Properties|null);
            setxattr?: (hafs.v1.SetXattr.$Properties|null);
            removexattr?: (hafs.v1.InoName.$Properties|null);
            fsync?: (hafs.v1.InoOnly.$Properties|null);
            release?: (hafs.v1.Release.$Properties|null);
            allocate?: (hafs.v1.Allocate.$Properties|null);
            copy?: (hafs.v1.Copy.$Properties|null);
            tmpfile?: (hafs.v1.TmpFile.$Properties|null);
            lock?: (hafs.v1.Lock.$Properties|null);
            dropLocks?: (hafs.v1.Release.$Properties|null);
            access?: (hafs.v1.InoOnly.$Properties|null);
            lookup?: (hafs.v1.Remove.$Properties|null);
            getattr?: (hafs.v1.InoOnly.$Properties|null);
            readlink?: (hafs.v1.InoOnly.$Properties|null);
            read?: (hafs.v1.Read.$Properties|null);
            readdir?: (hafs.v1.ReadDir.$Properties|null);
            getxattr?: (hafs.v1.InoName.$Properties|null);
            listxattr?: (hafs.v1.InoOnly.$Properties|null);
            statfs?: (hafs.v1.StatFs.$Properties|null);
            seek?: (hafs.v1.Seek.$Properties|null);
            testLock?: (hafs.v1.Lock.$Properties|null);
            readFiles?: (hafs.v1.ReadFiles.$Properties|null);
            passes: hafs.v1.Pass.$Properties[];
            operation?: ("open"|"keepAlive"|"close"|"recalled"|"make"|"link"|"unlink"|"rmdir"|"rename"|"setattr"|"write"|"setxattr"|"removexattr"|"fsync"|"release"|"allocate"|"copy"|"tmpfile"|"lock"|"dropLocks"|"access"|"lookup"|"getattr"|"readlink"|"read"|"readdir"|"getxattr"|"listxattr"|"statfs"|"seek"|"testLock"|"readFiles");
            static encode(message: hafs.v1.FileRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.FileRequest & hafs.v1.FileRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace FileRequest {
            interface $Properties {
                id?: (number|null);
                slot?: (number|null);
                sequence?: (number|null);
                open?: (hafs.v1.OpenSession.$Properties|null);
                keepAlive?: (hafs.v1.KeepAlive.$Properties|null);
                close?: (hafs.v1.CloseSession.$Properties|null);
                recalled?: (hafs.v1.Recalled.$Properties|null);
                make?: (hafs.v1.Make.$Properties|null);
                link?: (hafs.v1.Link.$Properties|null);
                unlink?: (hafs.v1.Remove.$Properties|null);
                rmdir?: (hafs.v1.Remove.$Properties|null);
                rename?: (hafs.v1.Rename.$Properties|null);
                setattr?: (hafs.v1.SetAttr.$Properties|null);
                write?: (hafs.v1.Write.$Properties|null);
                setxattr?: (hafs.v1.SetXattr.$Properties|null);
                removexattr?: (hafs.v1.InoName.$Properties|null);
                fsync?: (hafs.v1.InoOnly.$Properties|null);
                release?: (hafs.v1.Release.$Properties|null);
                allocate?: (hafs.v1.Allocate.$Properties|null);
                copy?: (hafs.v1.Copy.$Properties|null);
                tmpfile?: (hafs.v1.TmpFile.$Properties|null);
                lock?: (hafs.v1.Lock.$Properties|null);
                dropLocks?: (hafs.v1.Release.$Properties|null);
                access?: (hafs.v1.InoOnly.$Properties|null);
                lookup?: (hafs.v1.Remove.$Properties|null);
                getattr?: (hafs.v1.InoOnly.$Properties|null);
                readlink?: (hafs.v1.InoOnly.$Properties|null);
                read?: (hafs.v1.Read.$Properties|null);
                readdir?: (hafs.v1.ReadDir.$Properties|null);
                getxattr?: (hafs.v1.InoName.$Properties|null);
                listxattr?: (hafs.v1.InoOnly.$Properties|null);
                statfs?: (hafs.v1.StatFs.$Properties|null);
                seek?: (hafs.v1.Seek.$Properties|null);
                testLock?: (hafs.v1.Lock.$Properties|null);
                readFiles?: (hafs.v1.ReadFiles.$Properties|null);
                passes?: (hafs.v1.Pass.$Properties[]|null);
                operation?: ("open"|"keepAlive"|"close"|"recalled"|"make"|"link"|"unlink"|"rmdir"|"rename"|"setattr"|"write"|"setxattr"|"removexattr"|"fsync"|"release"|"allocate"|"copy"|"tmpfile"|"lock"|"dropLocks"|"access"|"lookup"|"getattr"|"readlink"|"read"|"readdir"|"getxattr"|"listxattr"|"statfs"|"seek"|"testLock"|"readFiles");
                $unknowns?: Uint8Array[];
            }
            type $Shape = {
              id?: number|null;
              slot?: number|null;
              sequence?: number|null;
              open?: hafs.v1.OpenSession.$Shape|null;
              keepAlive?: hafs.v1.KeepAlive.$Shape|null;
              close?: hafs.v1.CloseSession.$Shape|null;
              recalled?: hafs.v1.Recalled.$Shape|null;
              make?: hafs.v1.Make.$Shape|null;
              link?: hafs.v1.Link.$Shape|null;
              unlink?: hafs.v1.Remove.$Shape|null;
              rmdir?: hafs.v1.Remove.$Shape|null;
              rename?: hafs.v1.Rename.$Shape|null;
              setattr?: hafs.v1.SetAttr.$Shape|null;
              write?: hafs.v1.Write.$Shape|null;
              setxattr?: hafs.v1.SetXattr.$Shape|null;
              removexattr?: hafs.v1.InoName.$Shape|null;
              fsync?: hafs.v1.InoOnly.$Shape|null;
              release?: hafs.v1.Release.$Shape|null;
              allocate?: hafs.v1.Allocate.$Shape|null;
              copy?: hafs.v1.Copy.$Shape|null;
              tmpfile?: hafs.v1.TmpFile.$Shape|null;
              lock?: hafs.v1.Lock.$Shape|null;
              dropLocks?: hafs.v1.Release.$Shape|null;
              access?: hafs.v1.InoOnly.$Shape|null;
              lookup?: hafs.v1.Remove.$Shape|null;
              getattr?: hafs.v1.InoOnly.$Shape|null;
              readlink?: hafs.v1.InoOnly.$Shape|null;
              read?: hafs.v1.Read.$Shape|null;
              readdir?: hafs.v1.ReadDir.$Shape|null;
              getxattr?: hafs.v1.InoName.$Shape|null;
              listxattr?: hafs.v1.InoOnly.$Shape|null;
              statfs?: hafs.v1.StatFs.$Shape|null;
              seek?: hafs.v1.Seek.$Shape|null;
              testLock?: hafs.v1.Lock.$Shape|null;
              readFiles?: hafs.v1.ReadFiles.$Shape|null;
              passes?: hafs.v1.Pass.$Shape[]|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ operation?: undefined; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "open"; open: hafs.v1.OpenSession.$Shape; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "keepAlive"; open?: null; keepAlive: hafs.v1.KeepAlive.$Shape; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "close"; open?: null; keepAlive?: null; close: hafs.v1.CloseSession.$Shape; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "recalled"; open?: null; keepAlive?: null; close?: null; recalled: hafs.v1.Recalled.$Shape; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "make"; open?: null; keepAlive?: null; close?: null; recalled?: null; make: hafs.v1.Make.$Shape; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "link"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link: hafs.v1.Link.$Shape; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "unlink"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink: hafs.v1.Remove.$Shape; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "rmdir"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir: hafs.v1.Remove.$Shape; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "rename"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename: hafs.v1.Rename.$Shape; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "setattr"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr: hafs.v1.SetAttr.$Shape; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "write"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write: hafs.v1.Write.$Shape; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "setxattr"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr: hafs.v1.SetXattr.$Shape; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "removexattr"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr: hafs.v1.InoName.$Shape; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "fsync"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync: hafs.v1.InoOnly.$Shape; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "release"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release: hafs.v1.Release.$Shape; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "allocate"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate: hafs.v1.Allocate.$Shape; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "copy"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy: hafs.v1.Copy.$Shape; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "tmpfile"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile: hafs.v1.TmpFile.$Shape; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "lock"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock: hafs.v1.Lock.$Shape; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "dropLocks"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks: hafs.v1.Release.$Shape; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "access"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access: hafs.v1.InoOnly.$Shape; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "lookup"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup: hafs.v1.Remove.$Shape; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "getattr"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr: hafs.v1.InoOnly.$Shape; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "readlink"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink: hafs.v1.InoOnly.$Shape; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "read"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read: hafs.v1.Read.$Shape; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "readdir"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir: hafs.v1.ReadDir.$Shape; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "getxattr"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr: hafs.v1.InoName.$Shape; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "listxattr"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr: hafs.v1.InoOnly.$Shape; statfs?: null; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "statfs"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs: hafs.v1.StatFs.$Shape; seek?: null; testLock?: null; readFiles?: null }|{ operation?: "seek"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek: hafs.v1.Seek.$Shape; testLock?: null; readFiles?: null }|{ operation?: "testLock"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock: hafs.v1.Lock.$Shape; readFiles?: null }|{ operation?: "readFiles"; open?: null; keepAlive?: null; close?: null; recalled?: null; make?: null; link?: null; unlink?: null; rmdir?: null; rename?: null; setattr?: null; write?: null; setxattr?: null; removexattr?: null; fsync?: null; release?: null; allocate?: null; copy?: null; tmpfile?: null; lock?: null; dropLocks?: null; access?: null; lookup?: null; getattr?: null; readlink?: null; read?: null; readdir?: null; getxattr?: null; listxattr?: null; statfs?: null; seek?: null; testLock?: null; readFiles: hafs.v1.ReadFiles.$Shape })
            );
        }

        interface IPass extends hafs.v1.Pass.$Properties {
        }

        class Pass {
            constructor(properties?: hafs.v1.Pass.$Properties);
            $unknowns?: Uint8Array[];
            ino: number;
            seal: Uint8Array;
            static encode(message: hafs.v1.Pass.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Pass & hafs.v1.Pass.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Pass {
            interface $Properties {
                ino?: (number|null);
                seal?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Pass.$Properties;
        }

        interface IOpenSession extends hafs.v1.OpenSession.$Properties {
        }

        class OpenSession {
            constructor(properties?: hafs.v1.OpenSession.$Properties);
            $unknowns?: Uint8Array[];
            volume: string;
            session: number;
            client: string;
            caches: boolean;
            held: number[];
            version: string;
            static encode(message: hafs.v1.OpenSession.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.OpenSession & hafs.v1.OpenSession.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace OpenSession {
            interface $Properties {
                volume?: (string|null);
                session?: (number|null);
                client?: (string|null);
                caches?: (boolean|null);
                held?: (number[]|null);
                version?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.OpenSession.$Properties;
        }

        interface IKeepAlive extends hafs.v1.KeepAlive.$Properties {
        }

        class KeepAlive {
            constructor(properties?: hafs.v1.KeepAlive.$Properties);
            $unknowns?: Uint8Array[];
            returned: number[];
            static encode(message: hafs.v1.KeepAlive.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.KeepAlive & hafs.v1.KeepAlive.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace KeepAlive {
            interface $Properties {
                returned?: (number[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.KeepAlive.$Properties;
        }

        interface IRecalled extends hafs.v1.Recalled.$Properties {
        }

        class Recalled {
            constructor(properties?: hafs.v1.Recalled.$Properties);
            $unknowns?: Uint8Array[];
            recall: number;
            givenUp: number[];
            static encode(message: hafs.v1.Recalled.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Recalled & hafs.v1.Recalled.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Recalled {
            interface $Properties {
                recall?: (number|null);
                givenUp?: (number[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Recalled.$Properties;
        }

        interface ICloseSession extends hafs.v1.CloseSession.$Properties {
        }

        class CloseSession {
            constructor(properties?: hafs.v1.CloseSession.$Properties);
            $unknowns?: Uint8Array[];
            static encode(message: hafs.v1.CloseSession.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.CloseSession & hafs.v1.CloseSession.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace CloseSession {
            interface $Properties {
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.CloseSession.$Properties;
        }

        interface IStatFs extends hafs.v1.StatFs.$Properties {
        }

        class StatFs {
            constructor(properties?: hafs.v1.StatFs.$Properties);
            $unknowns?: Uint8Array[];
            static encode(message: hafs.v1.StatFs.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.StatFs & hafs.v1.StatFs.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace StatFs {
            interface $Properties {
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.StatFs.$Properties;
        }

        interface IInoOnly extends hafs.v1.InoOnly.$Properties {
        }

        class InoOnly {
            constructor(properties?: hafs.v1.InoOnly.$Properties);
            $unknowns?: Uint8Array[];
            ino: number;
            static encode(message: hafs.v1.InoOnly.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.InoOnly & hafs.v1.InoOnly.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace InoOnly {
            interface $Properties {
                ino?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.InoOnly.$Properties;
        }

        interface IInoName extends hafs.v1.InoName.$Properties {
        }

        class InoName {
            constructor(properties?: hafs.v1.InoName.$Properties);
            $unknowns?: Uint8Array[];
            ino: number;
            name: Uint8Array;
            static encode(message: hafs.v1.InoName.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.InoName & hafs.v1.InoName.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace InoName {
            interface $Properties {
                ino?: (number|null);
                name?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.InoName.$Properties;
        }

        interface IRemove extends hafs.v1.Remove.$Properties {
        }

        class Remove {
            constructor(properties?: hafs.v1.Remove.$Properties);
            $unknowns?: Uint8Array[];
            parent: number;
            name: Uint8Array;
            static encode(message: hafs.v1.Remove.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Remove & hafs.v1.Remove.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Remove {
            interface $Properties {
                parent?: (number|null);
                name?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Remove.$Properties;
        }

        interface IMake extends hafs.v1.Make.$Properties {
        }

        class Make {
            constructor(properties?: hafs.v1.Make.$Properties);
            $unknowns?: Uint8Array[];
            parent: number;
            name: Uint8Array;
            type: number;
            mode: number;
            rdev: number;
            target: Uint8Array;
            exclusive: boolean;
            uid: number;
            gid: number;
            umask: number;
            static encode(message: hafs.v1.Make.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Make & hafs.v1.Make.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Make {
            interface $Properties {
                parent?: (number|null);
                name?: (Uint8Array|null);
                type?: (number|null);
                mode?: (number|null);
                rdev?: (number|null);
                target?: (Uint8Array|null);
                exclusive?: (boolean|null);
                uid?: (number|null);
                gid?: (number|null);
                umask?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Make.$Properties;
        }

        interface ILink extends hafs.v1.Link.$Properties {
        }

        class Link {
            constructor(properties?: hafs.v1.Link.$Properties);
            $unknowns?: Uint8Array[];
            ino: number;
            parent: number;
            name: Uint8Array;
            static encode(message: hafs.v1.Link.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Link & hafs.v1.Link.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Link {
            interface $Properties {
                ino?: (number|null);
                parent?: (number|null);
                name?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Link.$Properties;
        }

        interface IRename extends hafs.v1.Rename.$Properties {
        }

        class Rename {
            constructor(properties?: hafs.v1.Rename.$Properties);
            $unknowns?: Uint8Array[];
            parent: number;
            name: Uint8Array;
            newParent: number;
            newName: Uint8Array;
            mode: number;
            static encode(message: hafs.v1.Rename.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Rename & hafs.v1.Rename.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Rename {
            interface $Properties {
                parent?: (number|null);
                name?: (Uint8Array|null);
                newParent?: (number|null);
                newName?: (Uint8Array|null);
                mode?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Rename.$Properties;
        }

        interface ITime extends hafs.v1.Time.$Properties {
        }

        class Time {
            constructor(properties?: hafs.v1.Time.$Properties);
            $unknowns?: Uint8Array[];
            seconds: number;
            nanoseconds: number;
            now: boolean;
            static encode(message: hafs.v1.Time.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Time & hafs.v1.Time.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Time {
            interface $Properties {
                seconds?: (number|null);
                nanoseconds?: (number|null);
                now?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Time.$Properties;
        }

        interface ISetAttr extends hafs.v1.SetAttr.$Properties {
        }

        class SetAttr {
            constructor(properties?: hafs.v1.SetAttr.$Properties);
            $unknowns?: Uint8Array[];
            ino: number;
            mode?: (number|null);
            uid?: (number|null);
            gid?: (number|null);
            sizeBytes?: (number|null);
            atime?: (hafs.v1.Time.$Properties|null);
            mtime?: (hafs.v1.Time.$Properties|null);
            ctime?: (hafs.v1.Time.$Properties|null);
            loses: number;
            static encode(message: hafs.v1.SetAttr.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.SetAttr & hafs.v1.SetAttr.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace SetAttr {
            interface $Properties {
                ino?: (number|null);
                mode?: (number|null);
                uid?: (number|null);
                gid?: (number|null);
                sizeBytes?: (number|null);
                atime?: (hafs.v1.Time.$Properties|null);
                mtime?: (hafs.v1.Time.$Properties|null);
                ctime?: (hafs.v1.Time.$Properties|null);
                loses?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.SetAttr.$Properties;
        }

        interface IWrite extends hafs.v1.Write.$Properties {
        }

        class Write {
            constructor(properties?: hafs.v1.Write.$Properties);
            $unknowns?: Uint8Array[];
            ino: number;
            offsetBytes: number;
            append: boolean;
            data: Uint8Array;
            sync: boolean;
            loses: number;
            static encode(message: hafs.v1.Write.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Write & hafs.v1.Write.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Write {
            interface $Properties {
                ino?: (number|null);
                offsetBytes?: (number|null);
                append?: (boolean|null);
                data?: (Uint8Array|null);
                sync?: (boolean|null);
                loses?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Write.$Properties;
        }

        interface IAllocate extends hafs.v1.Allocate.$Properties {
        }

        class Allocate {
            constructor(properties?: hafs.v1.Allocate.$Properties);
            $unknowns?: Uint8Array[];
            ino: number;
            offsetBytes: number;
            lengthBytes: number;
            mode: number;
            loses: number;
            static encode(message: hafs.v1.Allocate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Allocate & hafs.v1.Allocate.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Allocate {
            interface $Properties {
                ino?: (number|null);
                offsetBytes?: (number|null);
                lengthBytes?: (number|null);
                mode?: (number|null);
                loses?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Allocate.$Properties;
        }

        interface ICopy extends hafs.v1.Copy.$Properties {
        }

        class Copy {
            constructor(properties?: hafs.v1.Copy.$Properties);
            $unknowns?: Uint8Array[];
            ino: number;
            offsetBytes: number;
            lengthBytes: number;
            target: number;
            targetOffsetBytes: number;
            loses: number;
            static encode(message: hafs.v1.Copy.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Copy & hafs.v1.Copy.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Copy {
            interface $Properties {
                ino?: (number|null);
                offsetBytes?: (number|null);
                lengthBytes?: (number|null);
                target?: (number|null);
                targetOffsetBytes?: (number|null);
                loses?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Copy.$Properties;
        }

        interface ITmpFile extends hafs.v1.TmpFile.$Properties {
        }

        class TmpFile {
            constructor(properties?: hafs.v1.TmpFile.$Properties);
            $unknowns?: Uint8Array[];
            parent: number;
            mode: number;
            uid: number;
            gid: number;
            umask: number;
            static encode(message: hafs.v1.TmpFile.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.TmpFile & hafs.v1.TmpFile.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace TmpFile {
            interface $Properties {
                parent?: (number|null);
                mode?: (number|null);
                uid?: (number|null);
                gid?: (number|null);
                umask?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.TmpFile.$Properties;
        }

        interface ILock extends hafs.v1.Lock.$Properties {
        }

        class Lock {
            constructor(properties?: hafs.v1.Lock.$Properties);
            $unknowns?: Uint8Array[];
            ino: number;
            family: number;
            owner: Uint8Array;
            type: number;
            firstByte: number;
            lastByte: number;
            pid: number;
            waits: boolean;
            static encode(message: hafs.v1.Lock.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Lock & hafs.v1.Lock.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Lock {
            interface $Properties {
                ino?: (number|null);
                family?: (number|null);
                owner?: (Uint8Array|null);
                type?: (number|null);
                firstByte?: (number|null);
                lastByte?: (number|null);
                pid?: (number|null);
                waits?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Lock.$Properties;
        }

        interface ISeek extends hafs.v1.Seek.$Properties {
        }

        class Seek {
            constructor(properties?: hafs.v1.Seek.$Properties);
            $unknowns?: Uint8Array[];
            ino: number;
            offsetBytes: number;
            wanted: number;
            static encode(message: hafs.v1.Seek.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Seek & hafs.v1.Seek.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Seek {
            interface $Properties {
                ino?: (number|null);
                offsetBytes?: (number|null);
                wanted?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Seek.$Properties;
        }

        interface ISetXattr extends hafs.v1.SetXattr.$Properties {
        }

        class SetXattr {
            constructor(properties?: hafs.v1.SetXattr.$Properties);
            $unknowns?: Uint8Array[];
            ino: number;
            name: Uint8Array;
            value: Uint8Array;
            mode: number;
            losesSetgid: boolean;
            static encode(message: hafs.v1.SetXattr.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.SetXattr & hafs.v1.SetXattr.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace SetXattr {
            interface $Properties {
                ino?: (number|null);
                name?: (Uint8Array|null);
                value?: (Uint8Array|null);
                mode?: (number|null);
                losesSetgid?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.SetXattr.$Properties;
        }

        interface IRelease extends hafs.v1.Release.$Properties {
        }

        class Release {
            constructor(properties?: hafs.v1.Release.$Properties);
            $unknowns?: Uint8Array[];
            inos: number[];
            static encode(message: hafs.v1.Release.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Release & hafs.v1.Release.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Release {
            interface $Properties {
                inos?: (number[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Release.$Properties;
        }

        interface IRead extends hafs.v1.Read.$Properties {
        }

        class Read {
            constructor(properties?: hafs.v1.Read.$Properties);
            $unknowns?: Uint8Array[];
            ino: number;
            offsetBytes: number;
            lengthBytes: number;
            static encode(message: hafs.v1.Read.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Read & hafs.v1.Read.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Read {
            interface $Properties {
                ino?: (number|null);
                offsetBytes?: (number|null);
                lengthBytes?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Read.$Properties;
        }

        interface IReadFiles extends hafs.v1.ReadFiles.$Properties {
        }

        class ReadFiles {
            constructor(properties?: hafs.v1.ReadFiles.$Properties);
            $unknowns?: Uint8Array[];
            inos: number[];
            static encode(message: hafs.v1.ReadFiles.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ReadFiles & hafs.v1.ReadFiles.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ReadFiles {
            interface $Properties {
                inos?: (number[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ReadFiles.$Properties;
        }

        interface IReadDir extends hafs.v1.ReadDir.$Properties {
        }

        class ReadDir {
            constructor(properties?: hafs.v1.ReadDir.$Properties);
            $unknowns?: Uint8Array[];
            ino: number;
            cookie: number;
            entriesMax: number;
            withAttr: boolean;
            static encode(message: hafs.v1.ReadDir.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ReadDir & hafs.v1.ReadDir.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ReadDir {
            interface $Properties {
                ino?: (number|null);
                cookie?: (number|null);
                entriesMax?: (number|null);
                withAttr?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ReadDir.$Properties;
        }

        interface IFileResponse extends hafs.v1.FileResponse.$Properties {
        }

        class FileResponse {
            constructor(properties?: hafs.v1.FileResponse.$Properties);
            $unknowns?: Uint8Array[];
            id: number;
            failure?: (hafs.v1.Failure.$Properties|null);
            opened?: (hafs.v1.Opened.$Properties|null);
            alive?: (hafs.v1.Alive.$Properties|null);
            recall?: (hafs.v1.Recall.$Properties|null);
            entry?: (hafs.v1.AttrResult.$Properties|null);
            attr?: (hafs.v1.AttrResult.$Properties|null);
            written?: (hafs.v1.WrittenResult.$Properties|null);
            done?: (hafs.v1.DoneResult.$Properties|null);
            data?: (hafs.v1.DataResult.$Properties|null);
            dirents?: (hafs.v1.DirentsResult.$Properties|null);
            names?: (hafs.v1.NamesResult.$Properties|null);
            space?: (hafs.v1.SpaceResult.$Properties|null);
            copied?: (hafs.v1.CopiedResult.$Properties|null);
            offset?: (hafs.v1.OffsetResult.$Properties|null);
            locked?: (hafs.v1.LockedResult.$Properties|null);
            obstacle?: (hafs.v1.ObstacleResult.$Properties|null);
            files?: (hafs.v1.FilesResult.$Properties|null);
            inodesLeased: boolean;
            directoryLeased: boolean;
            passes: hafs.v1.Pass.$Properties[];
            changed?: (hafs.v1.Changed.$Properties|null);
            result?: ("failure"|"opened"|"alive"|"recall"|"entry"|"attr"|"written"|"done"|"data"|"dirents"|"names"|"space"|"copied"|"offset"|"locked"|"obstacle"|"files");
            static encode(message: hafs.v1.FileResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.FileResponse & hafs.v1.FileResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace FileResponse {
            interface $Properties {
                id?: (number|null);
                failure?: (hafs.v1.Failure.$Properties|null);
                opened?: (hafs.v1.Opened.$Properties|null);
                alive?: (hafs.v1.Alive.$Properties|null);
                recall?: (hafs.v1.Recall.$Properties|null);
                entry?: (hafs.v1.AttrResult.$Properties|null);
                attr?: (hafs.v1.AttrResult.$Properties|null);
                written?: (hafs.v1.WrittenResult.$Properties|null);
                done?: (hafs.v1.DoneResult.$Properties|null);
                data?: (hafs.v1.DataResult.$Properties|null);
                dirents?: (hafs.v1.DirentsResult.$Properties|null);
                names?: (hafs.v1.NamesResult.$Properties|null);
                space?: (hafs.v1.SpaceResult.$Properties|null);
                copied?: (hafs.v1.CopiedResult.$Properties|null);
                offset?: (hafs.v1.OffsetResult.$Properties|null);
                locked?: (hafs.v1.LockedResult.$Properties|null);
                obstacle?: (hafs.v1.ObstacleResult.$Properties|null);
                files?: (hafs.v1.FilesResult.$Properties|null);
                inodesLeased?: (boolean|null);
                directoryLeased?: (boolean|null);
                passes?: (hafs.v1.Pass.$Properties[]|null);
                changed?: (hafs.v1.Changed.$Properties|null);
                result?: ("failure"|"opened"|"alive"|"recall"|"entry"|"attr"|"written"|"done"|"data"|"dirents"|"names"|"space"|"copied"|"offset"|"locked"|"obstacle"|"files");
                $unknowns?: Uint8Array[];
            }
            type $Shape = {
              id?: number|null;
              failure?: hafs.v1.Failure.$Shape|null;
              opened?: hafs.v1.Opened.$Shape|null;
              alive?: hafs.v1.Alive.$Shape|null;
              recall?: hafs.v1.Recall.$Shape|null;
              entry?: hafs.v1.AttrResult.$Shape|null;
              attr?: hafs.v1.AttrResult.$Shape|null;
              written?: hafs.v1.WrittenResult.$Shape|null;
              done?: hafs.v1.DoneResult.$Shape|null;
              data?: hafs.v1.DataResult.$Shape|null;
              dirents?: hafs.v1.DirentsResult.$Shape|null;
              names?: hafs.v1.NamesResult.$Shape|null;
              space?: hafs.v1.SpaceResult.$Shape|null;
              copied?: hafs.v1.CopiedResult.$Shape|null;
              offset?: hafs.v1.OffsetResult.$Shape|null;
              locked?: hafs.v1.LockedResult.$Shape|null;
              obstacle?: hafs.v1.ObstacleResult.$Shape|null;
              files?: hafs.v1.FilesResult.$Shape|null;
              inodesLeased?: boolean|null;
              directoryLeased?: boolean|null;
              passes?: hafs.v1.Pass.$Shape[]|null;
              changed?: hafs.v1.Changed.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ result?: undefined; failure?: null; opened?: null; alive?: null; recall?: null; entry?: null; attr?: null; written?: null; done?: null; data?: null; dirents?: null; names?: null; space?: null; copied?: null; offset?: null; locked?: null; obstacle?: null; files?: null }|{ result?: "failure"; failure: hafs.v1.Failure.$Shape; opened?: null; alive?: null; recall?: null; entry?: null; attr?: null; written?: null; done?: null; data?: null; dirents?: null; names?: null; space?: null; copied?: null; offset?: null; locked?: null; obstacle?: null; files?: null }|{ result?: "opened"; failure?: null; opened: hafs.v1.Opened.$Shape; alive?: null; recall?: null; entry?: null; attr?: null; written?: null; done?: null; data?: null; dirents?: null; names?: null; space?: null; copied?: null; offset?: null; locked?: null; obstacle?: null; files?: null }|{ result?: "alive"; failure?: null; opened?: null; alive: hafs.v1.Alive.$Shape; recall?: null; entry?: null; attr?: null; written?: null; done?: null; data?: null; dirents?: null; names?: null; space?: null; copied?: null; offset?: null; locked?: null; obstacle?: null; files?: null }|{ result?: "recall"; failure?: null; opened?: null; alive?: null; recall: hafs.v1.Recall.$Shape; entry?: null; attr?: null; written?: null; done?: null; data?: null; dirents?: null; names?: null; space?: null; copied?: null; offset?: null; locked?: null; obstacle?: null; files?: null }|{ result?: "entry"; failure?: null; opened?: null; alive?: null; recall?: null; entry: hafs.v1.AttrResult.$Shape; attr?: null; written?: null; done?: null; data?: null; dirents?: null; names?: null; space?: null; copied?: null; offset?: null; locked?: null; obstacle?: null; files?: null }|{ result?: "attr"; failure?: null; opened?: null; alive?: null; recall?: null; entry?: null; attr: hafs.v1.AttrResult.$Shape; written?: null; done?: null; data?: null; dirents?: null; names?: null; space?: null; copied?: null; offset?: null; locked?: null; obstacle?: null; files?: null }|{ result?: "written"; failure?: null; opened?: null; alive?: null; recall?: null; entry?: null; attr?: null; written: hafs.v1.WrittenResult.$Shape; done?: null; data?: null; dirents?: null; names?: null; space?: null; copied?: null; offset?: null; locked?: null; obstacle?: null; files?: null }|{ result?: "done"; failure?: null; opened?: null; alive?: null; recall?: null; entry?: null; attr?: null; written?: null; done: hafs.v1.DoneResult.$Shape; data?: null; dirents?: null; names?: null; space?: null; copied?: null; offset?: null; locked?: null; obstacle?: null; files?: null }|{ result?: "data"; failure?: null; opened?: null; alive?: null; recall?: null; entry?: null; attr?: null; written?: null; done?: null; data: hafs.v1.DataResult.$Shape; dirents?: null; names?: null; space?: null; copied?: null; offset?: null; locked?: null; obstacle?: null; files?: null }|{ result?: "dirents"; failure?: null; opened?: null; alive?: null; recall?: null; entry?: null; attr?: null; written?: null; done?: null; data?: null; dirents: hafs.v1.DirentsResult.$Shape; names?: null; space?: null; copied?: null; offset?: null; locked?: null; obstacle?: null; files?: null }|{ result?: "names"; failure?: null; opened?: null; alive?: null; recall?: null; entry?: null; attr?: null; written?: null; done?: null; data?: null; dirents?: null; names: hafs.v1.NamesResult.$Shape; space?: null; copied?: null; offset?: null; locked?: null; obstacle?: null; files?: null }|{ result?: "space"; failure?: null; opened?: null; alive?: null; recall?: null; entry?: null; attr?: null; written?: null; done?: null; data?: null; dirents?: null; names?: null; space: hafs.v1.SpaceResult.$Shape; copied?: null; offset?: null; locked?: null; obstacle?: null; files?: null }|{ result?: "copied"; failure?: null; opened?: null; alive?: null; recall?: null; entry?: null; attr?: null; written?: null; done?: null; data?: null; dirents?: null; names?: null; space?: null; copied: hafs.v1.CopiedResult.$Shape; offset?: null; locked?: null; obstacle?: null; files?: null }|{ result?: "offset"; failure?: null; opened?: null; alive?: null; recall?: null; entry?: null; attr?: null; written?: null; done?: null; data?: null; dirents?: null; names?: null; space?: null; copied?: null; offset: hafs.v1.OffsetResult.$Shape; locked?: null; obstacle?: null; files?: null }|{ result?: "locked"; failure?: null; opened?: null; alive?: null; recall?: null; entry?: null; attr?: null; written?: null; done?: null; data?: null; dirents?: null; names?: null; space?: null; copied?: null; offset?: null; locked: hafs.v1.LockedResult.$Shape; obstacle?: null; files?: null }|{ result?: "obstacle"; failure?: null; opened?: null; alive?: null; recall?: null; entry?: null; attr?: null; written?: null; done?: null; data?: null; dirents?: null; names?: null; space?: null; copied?: null; offset?: null; locked?: null; obstacle: hafs.v1.ObstacleResult.$Shape; files?: null }|{ result?: "files"; failure?: null; opened?: null; alive?: null; recall?: null; entry?: null; attr?: null; written?: null; done?: null; data?: null; dirents?: null; names?: null; space?: null; copied?: null; offset?: null; locked?: null; obstacle?: null; files: hafs.v1.FilesResult.$Shape })
            );
        }

        interface IChanged extends hafs.v1.Changed.$Properties {
        }

        class Changed {
            constructor(properties?: hafs.v1.Changed.$Properties);
            $unknowns?: Uint8Array[];
            inos: number[];
            after: hafs.v1.Attr.$Properties[];
            static encode(message: hafs.v1.Changed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Changed & hafs.v1.Changed.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Changed {
            interface $Properties {
                inos?: (number[]|null);
                after?: (hafs.v1.Attr.$Properties[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Changed.$Properties;
        }

        interface IRecall extends hafs.v1.Recall.$Properties {
        }

        class Recall {
            constructor(properties?: hafs.v1.Recall.$Properties);
            $unknowns?: Uint8Array[];
            recall: number;
            things: hafs.v1.Touched.$Properties[];
            static encode(message: hafs.v1.Recall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Recall & hafs.v1.Recall.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Recall {
            interface $Properties {
                recall?: (number|null);
                things?: (hafs.v1.Touched.$Properties[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Recall.$Properties;
        }

        interface ITouched extends hafs.v1.Touched.$Properties {
        }

        class Touched {
            constructor(properties?: hafs.v1.Touched.$Properties);
            $unknowns?: Uint8Array[];
            ino: number;
            name: Uint8Array;
            static encode(message: hafs.v1.Touched.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Touched & hafs.v1.Touched.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Touched {
            interface $Properties {
                ino?: (number|null);
                name?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Touched.$Properties;
        }

        interface IFailure extends hafs.v1.Failure.$Properties {
        }

        class Failure {
            constructor(properties?: hafs.v1.Failure.$Properties);
            $unknowns?: Uint8Array[];
            reason: hafs.v1.Failure.Reason;
            errno: number;
            message: string;
            manager: string;
            static encode(message: hafs.v1.Failure.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Failure & hafs.v1.Failure.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Failure {
            interface $Properties {
                reason?: (hafs.v1.Failure.Reason|null);
                errno?: (number|null);
                message?: (string|null);
                manager?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Failure.$Properties;

            enum Reason {
                UNSPECIFIED = 0,
                FILE = 1,
                NOT_MANAGER = 2,
                QUORUM_LOST = 3,
                SESSION_EXPIRED = 4,
                OUTCOME_UNKNOWN = 5,
                INVALID = 6,
                CORRUPTION = 7,
                ACCESS_DENIED = 8
            }
        }

        interface IOpened extends hafs.v1.Opened.$Properties {
        }

        class Opened {
            constructor(properties?: hafs.v1.Opened.$Properties);
            $unknowns?: Uint8Array[];
            session: number;
            history: number;
            leaseEpoch: number;
            root: number;
            rootPath: string;
            static encode(message: hafs.v1.Opened.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Opened & hafs.v1.Opened.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Opened {
            interface $Properties {
                session?: (number|null);
                history?: (number|null);
                leaseEpoch?: (number|null);
                root?: (number|null);
                rootPath?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Opened.$Properties;
        }

        interface IAlive extends hafs.v1.Alive.$Properties {
        }

        class Alive {
            constructor(properties?: hafs.v1.Alive.$Properties);
            $unknowns?: Uint8Array[];
            orphans: number[];
            leaseEpoch: number;
            static encode(message: hafs.v1.Alive.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Alive & hafs.v1.Alive.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Alive {
            interface $Properties {
                orphans?: (number[]|null);
                leaseEpoch?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Alive.$Properties;
        }

        interface IAttr extends hafs.v1.Attr.$Properties {
        }

        class Attr {
            constructor(properties?: hafs.v1.Attr.$Properties);
            $unknowns?: Uint8Array[];
            ino: number;
            type: number;
            mode: number;
            linkCount: number;
            uid: number;
            gid: number;
            rdev: number;
            sizeBytes: number;
            storedBytes: number;
            atime?: (hafs.v1.Time.$Properties|null);
            mtime?: (hafs.v1.Time.$Properties|null);
            ctime?: (hafs.v1.Time.$Properties|null);
            version: number;
            hasAcl: boolean;
            hasCapability: boolean;
            static encode(message: hafs.v1.Attr.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Attr & hafs.v1.Attr.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Attr {
            interface $Properties {
                ino?: (number|null);
                type?: (number|null);
                mode?: (number|null);
                linkCount?: (number|null);
                uid?: (number|null);
                gid?: (number|null);
                rdev?: (number|null);
                sizeBytes?: (number|null);
                storedBytes?: (number|null);
                atime?: (hafs.v1.Time.$Properties|null);
                mtime?: (hafs.v1.Time.$Properties|null);
                ctime?: (hafs.v1.Time.$Properties|null);
                version?: (number|null);
                hasAcl?: (boolean|null);
                hasCapability?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Attr.$Properties;
        }

        interface IAttrResult extends hafs.v1.AttrResult.$Properties {
        }

        class AttrResult {
            constructor(properties?: hafs.v1.AttrResult.$Properties);
            $unknowns?: Uint8Array[];
            attr?: (hafs.v1.Attr.$Properties|null);
            created: boolean;
            static encode(message: hafs.v1.AttrResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.AttrResult & hafs.v1.AttrResult.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace AttrResult {
            interface $Properties {
                attr?: (hafs.v1.Attr.$Properties|null);
                created?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.AttrResult.$Properties;
        }

        interface IWrittenResult extends hafs.v1.WrittenResult.$Properties {
        }

        class WrittenResult {
            constructor(properties?: hafs.v1.WrittenResult.$Properties);
            $unknowns?: Uint8Array[];
            attr?: (hafs.v1.Attr.$Properties|null);
            offsetBytes: number;
            static encode(message: hafs.v1.WrittenResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.WrittenResult & hafs.v1.WrittenResult.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace WrittenResult {
            interface $Properties {
                attr?: (hafs.v1.Attr.$Properties|null);
                offsetBytes?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.WrittenResult.$Properties;
        }

        interface ICopiedResult extends hafs.v1.CopiedResult.$Properties {
        }

        class CopiedResult {
            constructor(properties?: hafs.v1.CopiedResult.$Properties);
            $unknowns?: Uint8Array[];
            attr?: (hafs.v1.Attr.$Properties|null);
            lengthBytes: number;
            static encode(message: hafs.v1.CopiedResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.CopiedResult & hafs.v1.CopiedResult.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace CopiedResult {
            interface $Properties {
                attr?: (hafs.v1.Attr.$Properties|null);
                lengthBytes?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.CopiedResult.$Properties;
        }

        interface ILockedResult extends hafs.v1.LockedResult.$Properties {
        }

        class LockedResult {
            constructor(properties?: hafs.v1.LockedResult.$Properties);
            $unknowns?: Uint8Array[];
            granted: boolean;
            static encode(message: hafs.v1.LockedResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.LockedResult & hafs.v1.LockedResult.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace LockedResult {
            interface $Properties {
                granted?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.LockedResult.$Properties;
        }

        interface IObstacleResult extends hafs.v1.ObstacleResult.$Properties {
        }

        class ObstacleResult {
            constructor(properties?: hafs.v1.ObstacleResult.$Properties);
            $unknowns?: Uint8Array[];
            lock?: (hafs.v1.Lock.$Properties|null);
            static encode(message: hafs.v1.ObstacleResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ObstacleResult & hafs.v1.ObstacleResult.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ObstacleResult {
            interface $Properties {
                lock?: (hafs.v1.Lock.$Properties|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ObstacleResult.$Properties;
        }

        interface IOffsetResult extends hafs.v1.OffsetResult.$Properties {
        }

        class OffsetResult {
            constructor(properties?: hafs.v1.OffsetResult.$Properties);
            $unknowns?: Uint8Array[];
            offsetBytes: number;
            static encode(message: hafs.v1.OffsetResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.OffsetResult & hafs.v1.OffsetResult.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace OffsetResult {
            interface $Properties {
                offsetBytes?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.OffsetResult.$Properties;
        }

        interface IDoneResult extends hafs.v1.DoneResult.$Properties {
        }

        class DoneResult {
            constructor(properties?: hafs.v1.DoneResult.$Properties);
            $unknowns?: Uint8Array[];
            static encode(message: hafs.v1.DoneResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.DoneResult & hafs.v1.DoneResult.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace DoneResult {
            interface $Properties {
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.DoneResult.$Properties;
        }

        interface IDataResult extends hafs.v1.DataResult.$Properties {
        }

        class DataResult {
            constructor(properties?: hafs.v1.DataResult.$Properties);
            $unknowns?: Uint8Array[];
            data: Uint8Array;
            static encode(message: hafs.v1.DataResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.DataResult & hafs.v1.DataResult.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace DataResult {
            interface $Properties {
                data?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.DataResult.$Properties;
        }

        interface IFileContent extends hafs.v1.FileContent.$Properties {
        }

        class FileContent {
            constructor(properties?: hafs.v1.FileContent.$Properties);
            $unknowns?: Uint8Array[];
            ino: number;
            version: number;
            data: Uint8Array;
            static encode(message: hafs.v1.FileContent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.FileContent & hafs.v1.FileContent.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace FileContent {
            interface $Properties {
                ino?: (number|null);
                version?: (number|null);
                data?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.FileContent.$Properties;
        }

        interface IFilesResult extends hafs.v1.FilesResult.$Properties {
        }

        class FilesResult {
            constructor(properties?: hafs.v1.FilesResult.$Properties);
            $unknowns?: Uint8Array[];
            files: hafs.v1.FileContent.$Properties[];
            static encode(message: hafs.v1.FilesResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.FilesResult & hafs.v1.FilesResult.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace FilesResult {
            interface $Properties {
                files?: (hafs.v1.FileContent.$Properties[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.FilesResult.$Properties;
        }

        interface IDirent extends hafs.v1.Dirent.$Properties {
        }

        class Dirent {
            constructor(properties?: hafs.v1.Dirent.$Properties);
            $unknowns?: Uint8Array[];
            name: Uint8Array;
            ino: number;
            type: number;
            cookie: number;
            attr?: (hafs.v1.Attr.$Properties|null);
            static encode(message: hafs.v1.Dirent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Dirent & hafs.v1.Dirent.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Dirent {
            interface $Properties {
                name?: (Uint8Array|null);
                ino?: (number|null);
                type?: (number|null);
                cookie?: (number|null);
                attr?: (hafs.v1.Attr.$Properties|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Dirent.$Properties;
        }

        interface IDirentsResult extends hafs.v1.DirentsResult.$Properties {
        }

        class DirentsResult {
            constructor(properties?: hafs.v1.DirentsResult.$Properties);
            $unknowns?: Uint8Array[];
            parent: number;
            entries: hafs.v1.Dirent.$Properties[];
            end: boolean;
            static encode(message: hafs.v1.DirentsResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.DirentsResult & hafs.v1.DirentsResult.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace DirentsResult {
            interface $Properties {
                parent?: (number|null);
                entries?: (hafs.v1.Dirent.$Properties[]|null);
                end?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.DirentsResult.$Properties;
        }

        interface INamesResult extends hafs.v1.NamesResult.$Properties {
        }

        class NamesResult {
            constructor(properties?: hafs.v1.NamesResult.$Properties);
            $unknowns?: Uint8Array[];
            names: Uint8Array[];
            static encode(message: hafs.v1.NamesResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.NamesResult & hafs.v1.NamesResult.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace NamesResult {
            interface $Properties {
                names?: (Uint8Array[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.NamesResult.$Properties;
        }

        interface ISpaceResult extends hafs.v1.SpaceResult.$Properties {
        }

        class SpaceResult {
            constructor(properties?: hafs.v1.SpaceResult.$Properties);
            $unknowns?: Uint8Array[];
            totalBytes: number;
            availableBytes: number;
            inodeCount: number;
            static encode(message: hafs.v1.SpaceResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.SpaceResult & hafs.v1.SpaceResult.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace SpaceResult {
            interface $Properties {
                totalBytes?: (number|null);
                availableBytes?: (number|null);
                inodeCount?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.SpaceResult.$Properties;
        }

        interface ICreateTokenRequest extends hafs.v1.CreateTokenRequest.$Properties {
        }

        class CreateTokenRequest {
            constructor(properties?: hafs.v1.CreateTokenRequest.$Properties);
            $unknowns?: Uint8Array[];
            ttlMs: number;
            static encode(message: hafs.v1.CreateTokenRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.CreateTokenRequest & hafs.v1.CreateTokenRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace CreateTokenRequest {
            interface $Properties {
                ttlMs?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.CreateTokenRequest.$Properties;
        }

        interface ICreateTokenResponse extends hafs.v1.CreateTokenResponse.$Properties {
        }

        class CreateTokenResponse {
            constructor(properties?: hafs.v1.CreateTokenResponse.$Properties);
            $unknowns?: Uint8Array[];
            token: string;
            ttlMs: number;
            static encode(message: hafs.v1.CreateTokenResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.CreateTokenResponse & hafs.v1.CreateTokenResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace CreateTokenResponse {
            interface $Properties {
                token?: (string|null);
                ttlMs?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.CreateTokenResponse.$Properties;
        }

        interface IEnrollRequest extends hafs.v1.EnrollRequest.$Properties {
        }

        class EnrollRequest {
            constructor(properties?: hafs.v1.EnrollRequest.$Properties);
            $unknowns?: Uint8Array[];
            secret: string;
            nodeId: string;
            request: Uint8Array;
            static encode(message: hafs.v1.EnrollRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.EnrollRequest & hafs.v1.EnrollRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace EnrollRequest {
            interface $Properties {
                secret?: (string|null);
                nodeId?: (string|null);
                request?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.EnrollRequest.$Properties;
        }

        interface IEnrollResponse extends hafs.v1.EnrollResponse.$Properties {
        }

        class EnrollResponse {
            constructor(properties?: hafs.v1.EnrollResponse.$Properties);
            $unknowns?: Uint8Array[];
            certificate: string;
            authority: string;
            authorityKey: string;
            static encode(message: hafs.v1.EnrollResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.EnrollResponse & hafs.v1.EnrollResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace EnrollResponse {
            interface $Properties {
                certificate?: (string|null);
                authority?: (string|null);
                authorityKey?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.EnrollResponse.$Properties;
        }

        interface IRenewRequest extends hafs.v1.RenewRequest.$Properties {
        }

        class RenewRequest {
            constructor(properties?: hafs.v1.RenewRequest.$Properties);
            $unknowns?: Uint8Array[];
            request: Uint8Array;
            static encode(message: hafs.v1.RenewRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.RenewRequest & hafs.v1.RenewRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace RenewRequest {
            interface $Properties {
                request?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.RenewRequest.$Properties;
        }

        interface IRenewResponse extends hafs.v1.RenewResponse.$Properties {
        }

        class RenewResponse {
            constructor(properties?: hafs.v1.RenewResponse.$Properties);
            $unknowns?: Uint8Array[];
            certificate: string;
            static encode(message: hafs.v1.RenewResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.RenewResponse & hafs.v1.RenewResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace RenewResponse {
            interface $Properties {
                certificate?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.RenewResponse.$Properties;
        }

        interface IGrant extends hafs.v1.Grant.$Properties {
        }

        class Grant {
            constructor(properties?: hafs.v1.Grant.$Properties);
            $unknowns?: Uint8Array[];
            volume: string;
            directory: string;
            readOnly: boolean;
            static encode(message: hafs.v1.Grant.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Grant & hafs.v1.Grant.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Grant {
            interface $Properties {
                volume?: (string|null);
                directory?: (string|null);
                readOnly?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Grant.$Properties;
        }

        interface IPoolClient extends hafs.v1.PoolClient.$Properties {
        }

        class PoolClient {
            constructor(properties?: hafs.v1.PoolClient.$Properties);
            $unknowns?: Uint8Array[];
            id: string;
            name: string;
            grants: hafs.v1.Grant.$Properties[];
            createdAtMs: number;
            revokedAtMs: number;
            static encode(message: hafs.v1.PoolClient.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.PoolClient & hafs.v1.PoolClient.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace PoolClient {
            interface $Properties {
                id?: (string|null);
                name?: (string|null);
                grants?: (hafs.v1.Grant.$Properties[]|null);
                createdAtMs?: (number|null);
                revokedAtMs?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.PoolClient.$Properties;
        }

        interface ICreateClientRequest extends hafs.v1.CreateClientRequest.$Properties {
        }

        class CreateClientRequest {
            constructor(properties?: hafs.v1.CreateClientRequest.$Properties);
            $unknowns?: Uint8Array[];
            name: string;
            grants: hafs.v1.Grant.$Properties[];
            request: Uint8Array;
            static encode(message: hafs.v1.CreateClientRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.CreateClientRequest & hafs.v1.CreateClientRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace CreateClientRequest {
            interface $Properties {
                name?: (string|null);
                grants?: (hafs.v1.Grant.$Properties[]|null);
                request?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.CreateClientRequest.$Properties;
        }

        interface ICreateClientResponse extends hafs.v1.CreateClientResponse.$Properties {
        }

        class CreateClientResponse {
            constructor(properties?: hafs.v1.CreateClientResponse.$Properties);
            $unknowns?: Uint8Array[];
            client?: (hafs.v1.PoolClient.$Properties|null);
            certificate: string;
            static encode(message: hafs.v1.CreateClientResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.CreateClientResponse & hafs.v1.CreateClientResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace CreateClientResponse {
            interface $Properties {
                client?: (hafs.v1.PoolClient.$Properties|null);
                certificate?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.CreateClientResponse.$Properties;
        }

        interface IListClientsRequest extends hafs.v1.ListClientsRequest.$Properties {
        }

        class ListClientsRequest {
            constructor(properties?: hafs.v1.ListClientsRequest.$Properties);
            $unknowns?: Uint8Array[];
            static encode(message: hafs.v1.ListClientsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ListClientsRequest & hafs.v1.ListClientsRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ListClientsRequest {
            interface $Properties {
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ListClientsRequest.$Properties;
        }

        interface IListClientsResponse extends hafs.v1.ListClientsResponse.$Properties {
        }

        class ListClientsResponse {
            constructor(properties?: hafs.v1.ListClientsResponse.$Properties);
            $unknowns?: Uint8Array[];
            clients: hafs.v1.PoolClient.$Properties[];
            static encode(message: hafs.v1.ListClientsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ListClientsResponse & hafs.v1.ListClientsResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ListClientsResponse {
            interface $Properties {
                clients?: (hafs.v1.PoolClient.$Properties[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ListClientsResponse.$Properties;
        }

        interface IRevokeClientRequest extends hafs.v1.RevokeClientRequest.$Properties {
        }

        class RevokeClientRequest {
            constructor(properties?: hafs.v1.RevokeClientRequest.$Properties);
            $unknowns?: Uint8Array[];
            name: string;
            static encode(message: hafs.v1.RevokeClientRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.RevokeClientRequest & hafs.v1.RevokeClientRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace RevokeClientRequest {
            interface $Properties {
                name?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.RevokeClientRequest.$Properties;
        }

        interface IRevokeClientResponse extends hafs.v1.RevokeClientResponse.$Properties {
        }

        class RevokeClientResponse {
            constructor(properties?: hafs.v1.RevokeClientResponse.$Properties);
            $unknowns?: Uint8Array[];
            client?: (hafs.v1.PoolClient.$Properties|null);
            static encode(message: hafs.v1.RevokeClientResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.RevokeClientResponse & hafs.v1.RevokeClientResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace RevokeClientResponse {
            interface $Properties {
                client?: (hafs.v1.PoolClient.$Properties|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.RevokeClientResponse.$Properties;
        }

        interface INode extends hafs.v1.Node.$Properties {
        }

        class Node {
            constructor(properties?: hafs.v1.Node.$Properties);
            $unknowns?: Uint8Array[];
            id: string;
            name: string;
            address: string;
            drainedRun: string;
            static encode(message: hafs.v1.Node.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Node & hafs.v1.Node.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Node {
            interface $Properties {
                id?: (string|null);
                name?: (string|null);
                address?: (string|null);
                drainedRun?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Node.$Properties;
        }

        interface IProbeRequest extends hafs.v1.ProbeRequest.$Properties {
        }

        class ProbeRequest {
            constructor(properties?: hafs.v1.ProbeRequest.$Properties);
            $unknowns?: Uint8Array[];
            address: string;
            static encode(message: hafs.v1.ProbeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ProbeRequest & hafs.v1.ProbeRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ProbeRequest {
            interface $Properties {
                address?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ProbeRequest.$Properties;
        }

        interface IProbeResponse extends hafs.v1.ProbeResponse.$Properties {
        }

        class ProbeResponse {
            constructor(properties?: hafs.v1.ProbeResponse.$Properties);
            $unknowns?: Uint8Array[];
            node?: (hafs.v1.Node.$Properties|null);
            alreadyMember: boolean;
            static encode(message: hafs.v1.ProbeResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ProbeResponse & hafs.v1.ProbeResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ProbeResponse {
            interface $Properties {
                node?: (hafs.v1.Node.$Properties|null);
                alreadyMember?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ProbeResponse.$Properties;
        }

        interface IDetachRequest extends hafs.v1.DetachRequest.$Properties {
        }

        class DetachRequest {
            constructor(properties?: hafs.v1.DetachRequest.$Properties);
            $unknowns?: Uint8Array[];
            address: string;
            static encode(message: hafs.v1.DetachRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.DetachRequest & hafs.v1.DetachRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace DetachRequest {
            interface $Properties {
                address?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.DetachRequest.$Properties;
        }

        interface IDetachResponse extends hafs.v1.DetachResponse.$Properties {
        }

        class DetachResponse {
            constructor(properties?: hafs.v1.DetachResponse.$Properties);
            $unknowns?: Uint8Array[];
            static encode(message: hafs.v1.DetachResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.DetachResponse & hafs.v1.DetachResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace DetachResponse {
            interface $Properties {
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.DetachResponse.$Properties;
        }

        interface IListNodesRequest extends hafs.v1.ListNodesRequest.$Properties {
        }

        class ListNodesRequest {
            constructor(properties?: hafs.v1.ListNodesRequest.$Properties);
            $unknowns?: Uint8Array[];
            static encode(message: hafs.v1.ListNodesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ListNodesRequest & hafs.v1.ListNodesRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ListNodesRequest {
            interface $Properties {
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ListNodesRequest.$Properties;
        }

        interface IListNodesResponse extends hafs.v1.ListNodesResponse.$Properties {
        }

        class ListNodesResponse {
            constructor(properties?: hafs.v1.ListNodesResponse.$Properties);
            $unknowns?: Uint8Array[];
            nodes: hafs.v1.NodeStatus.$Properties[];
            quorum: boolean;
            term: number;
            manager: string;
            insecure: boolean;
            static encode(message: hafs.v1.ListNodesResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ListNodesResponse & hafs.v1.ListNodesResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ListNodesResponse {
            interface $Properties {
                nodes?: (hafs.v1.NodeStatus.$Properties[]|null);
                quorum?: (boolean|null);
                term?: (number|null);
                manager?: (string|null);
                insecure?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ListNodesResponse.$Properties;
        }

        interface INodeStatus extends hafs.v1.NodeStatus.$Properties {
        }

        class NodeStatus {
            constructor(properties?: hafs.v1.NodeStatus.$Properties);
            $unknowns?: Uint8Array[];
            node?: (hafs.v1.Node.$Properties|null);
            connected: boolean;
            local: boolean;
            static encode(message: hafs.v1.NodeStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.NodeStatus & hafs.v1.NodeStatus.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace NodeStatus {
            interface $Properties {
                node?: (hafs.v1.Node.$Properties|null);
                connected?: (boolean|null);
                local?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.NodeStatus.$Properties;
        }

        interface IDrainRequest extends hafs.v1.DrainRequest.$Properties {
        }

        class DrainRequest {
            constructor(properties?: hafs.v1.DrainRequest.$Properties);
            $unknowns?: Uint8Array[];
            node: string;
            undo: boolean;
            static encode(message: hafs.v1.DrainRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.DrainRequest & hafs.v1.DrainRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace DrainRequest {
            interface $Properties {
                node?: (string|null);
                undo?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.DrainRequest.$Properties;
        }

        interface IDrainResponse extends hafs.v1.DrainResponse.$Properties {
        }

        class DrainResponse {
            constructor(properties?: hafs.v1.DrainResponse.$Properties);
            $unknowns?: Uint8Array[];
            static encode(message: hafs.v1.DrainResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.DrainResponse & hafs.v1.DrainResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace DrainResponse {
            interface $Properties {
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.DrainResponse.$Properties;
        }

        interface IDrainStatusRequest extends hafs.v1.DrainStatusRequest.$Properties {
        }

        class DrainStatusRequest {
            constructor(properties?: hafs.v1.DrainStatusRequest.$Properties);
            $unknowns?: Uint8Array[];
            node: string;
            static encode(message: hafs.v1.DrainStatusRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.DrainStatusRequest & hafs.v1.DrainStatusRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace DrainStatusRequest {
            interface $Properties {
                node?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.DrainStatusRequest.$Properties;
        }

        interface IDrainStatusResponse extends hafs.v1.DrainStatusResponse.$Properties {
        }

        class DrainStatusResponse {
            constructor(properties?: hafs.v1.DrainStatusResponse.$Properties);
            $unknowns?: Uint8Array[];
            node?: (hafs.v1.Node.$Properties|null);
            drained: boolean;
            refusal: string;
            unsynced: string[];
            managed: string[];
            static encode(message: hafs.v1.DrainStatusResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.DrainStatusResponse & hafs.v1.DrainStatusResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace DrainStatusResponse {
            interface $Properties {
                node?: (hafs.v1.Node.$Properties|null);
                drained?: (boolean|null);
                refusal?: (string|null);
                unsynced?: (string[]|null);
                managed?: (string[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.DrainStatusResponse.$Properties;
        }

        interface IJoinRequest extends hafs.v1.JoinRequest.$Properties {
        }

        class JoinRequest {
            constructor(properties?: hafs.v1.JoinRequest.$Properties);
            $unknowns?: Uint8Array[];
            pool: string;
            nodes: hafs.v1.Node.$Properties[];
            static encode(message: hafs.v1.JoinRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.JoinRequest & hafs.v1.JoinRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace JoinRequest {
            interface $Properties {
                pool?: (string|null);
                nodes?: (hafs.v1.Node.$Properties[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.JoinRequest.$Properties;
        }

        interface IJoinResponse extends hafs.v1.JoinResponse.$Properties {
        }

        class JoinResponse {
            constructor(properties?: hafs.v1.JoinResponse.$Properties);
            $unknowns?: Uint8Array[];
            node?: (hafs.v1.Node.$Properties|null);
            brick: string;
            static encode(message: hafs.v1.JoinResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.JoinResponse & hafs.v1.JoinResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace JoinResponse {
            interface $Properties {
                node?: (hafs.v1.Node.$Properties|null);
                brick?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.JoinResponse.$Properties;
        }

        interface IIdentifyRequest extends hafs.v1.IdentifyRequest.$Properties {
        }

        class IdentifyRequest {
            constructor(properties?: hafs.v1.IdentifyRequest.$Properties);
            $unknowns?: Uint8Array[];
            static encode(message: hafs.v1.IdentifyRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.IdentifyRequest & hafs.v1.IdentifyRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace IdentifyRequest {
            interface $Properties {
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.IdentifyRequest.$Properties;
        }

        interface IIdentifyResponse extends hafs.v1.IdentifyResponse.$Properties {
        }

        class IdentifyResponse {
            constructor(properties?: hafs.v1.IdentifyResponse.$Properties);
            $unknowns?: Uint8Array[];
            node?: (hafs.v1.Node.$Properties|null);
            pool: string;
            poolNodes: number;
            hasVolumes: boolean;
            version: string;
            run: string;
            static encode(message: hafs.v1.IdentifyResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.IdentifyResponse & hafs.v1.IdentifyResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace IdentifyResponse {
            interface $Properties {
                node?: (hafs.v1.Node.$Properties|null);
                pool?: (string|null);
                poolNodes?: (number|null);
                hasVolumes?: (boolean|null);
                version?: (string|null);
                run?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.IdentifyResponse.$Properties;
        }

        interface ILeaveRequest extends hafs.v1.LeaveRequest.$Properties {
        }

        class LeaveRequest {
            constructor(properties?: hafs.v1.LeaveRequest.$Properties);
            $unknowns?: Uint8Array[];
            pool: string;
            static encode(message: hafs.v1.LeaveRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.LeaveRequest & hafs.v1.LeaveRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace LeaveRequest {
            interface $Properties {
                pool?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.LeaveRequest.$Properties;
        }

        interface ILeaveResponse extends hafs.v1.LeaveResponse.$Properties {
        }

        class LeaveResponse {
            constructor(properties?: hafs.v1.LeaveResponse.$Properties);
            $unknowns?: Uint8Array[];
            static encode(message: hafs.v1.LeaveResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.LeaveResponse & hafs.v1.LeaveResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace LeaveResponse {
            interface $Properties {
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.LeaveResponse.$Properties;
        }

        interface IPoolEvent extends hafs.v1.PoolEvent.$Properties {
        }

        class PoolEvent {
            constructor(properties?: hafs.v1.PoolEvent.$Properties);
            $unknowns?: Uint8Array[];
            nodeId: string;
            node: string;
            sequence: number;
            atMs: number;
            kind: string;
            severity: string;
            volume: string;
            message: string;
            static encode(message: hafs.v1.PoolEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.PoolEvent & hafs.v1.PoolEvent.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace PoolEvent {
            interface $Properties {
                nodeId?: (string|null);
                node?: (string|null);
                sequence?: (number|null);
                atMs?: (number|null);
                kind?: (string|null);
                severity?: (string|null);
                volume?: (string|null);
                message?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.PoolEvent.$Properties;
        }

        interface IEventsRequest extends hafs.v1.EventsRequest.$Properties {
        }

        class EventsRequest {
            constructor(properties?: hafs.v1.EventsRequest.$Properties);
            $unknowns?: Uint8Array[];
            volume: string;
            after: { [k: string]: number };
            static encode(message: hafs.v1.EventsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.EventsRequest & hafs.v1.EventsRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace EventsRequest {
            interface $Properties {
                volume?: (string|null);
                after?: ({ [k: string]: number }|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.EventsRequest.$Properties;
        }

        interface IEventsResponse extends hafs.v1.EventsResponse.$Properties {
        }

        class EventsResponse {
            constructor(properties?: hafs.v1.EventsResponse.$Properties);
            $unknowns?: Uint8Array[];
            events: hafs.v1.PoolEvent.$Properties[];
            last: { [k: string]: number };
            silent: string[];
            static encode(message: hafs.v1.EventsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.EventsResponse & hafs.v1.EventsResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace EventsResponse {
            interface $Properties {
                events?: (hafs.v1.PoolEvent.$Properties[]|null);
                last?: ({ [k: string]: number }|null);
                silent?: (string[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.EventsResponse.$Properties;
        }

        interface INodeEventsRequest extends hafs.v1.NodeEventsRequest.$Properties {
        }

        class NodeEventsRequest {
            constructor(properties?: hafs.v1.NodeEventsRequest.$Properties);
            $unknowns?: Uint8Array[];
            after: number;
            static encode(message: hafs.v1.NodeEventsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.NodeEventsRequest & hafs.v1.NodeEventsRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace NodeEventsRequest {
            interface $Properties {
                after?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.NodeEventsRequest.$Properties;
        }

        interface INodeEventsResponse extends hafs.v1.NodeEventsResponse.$Properties {
        }

        class NodeEventsResponse {
            constructor(properties?: hafs.v1.NodeEventsResponse.$Properties);
            $unknowns?: Uint8Array[];
            events: hafs.v1.PoolEvent.$Properties[];
            last: number;
            static encode(message: hafs.v1.NodeEventsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.NodeEventsResponse & hafs.v1.NodeEventsResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace NodeEventsResponse {
            interface $Properties {
                events?: (hafs.v1.PoolEvent.$Properties[]|null);
                last?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.NodeEventsResponse.$Properties;
        }

        interface ISetPoolOptionRequest extends hafs.v1.SetPoolOptionRequest.$Properties {
        }

        class SetPoolOptionRequest {
            constructor(properties?: hafs.v1.SetPoolOptionRequest.$Properties);
            $unknowns?: Uint8Array[];
            key: string;
            value: string;
            reset: boolean;
            static encode(message: hafs.v1.SetPoolOptionRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.SetPoolOptionRequest & hafs.v1.SetPoolOptionRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace SetPoolOptionRequest {
            interface $Properties {
                key?: (string|null);
                value?: (string|null);
                reset?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.SetPoolOptionRequest.$Properties;
        }

        interface IGetPoolOptionsRequest extends hafs.v1.GetPoolOptionsRequest.$Properties {
        }

        class GetPoolOptionsRequest {
            constructor(properties?: hafs.v1.GetPoolOptionsRequest.$Properties);
            $unknowns?: Uint8Array[];
            static encode(message: hafs.v1.GetPoolOptionsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.GetPoolOptionsRequest & hafs.v1.GetPoolOptionsRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace GetPoolOptionsRequest {
            interface $Properties {
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.GetPoolOptionsRequest.$Properties;
        }

        interface IPoolOptions extends hafs.v1.PoolOptions.$Properties {
        }

        class PoolOptions {
            constructor(properties?: hafs.v1.PoolOptions.$Properties);
            $unknowns?: Uint8Array[];
            options: { [k: string]: string };
            static encode(message: hafs.v1.PoolOptions.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.PoolOptions & hafs.v1.PoolOptions.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace PoolOptions {
            interface $Properties {
                options?: ({ [k: string]: string }|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.PoolOptions.$Properties;
        }

        interface ILinkEnd extends hafs.v1.LinkEnd.$Properties {
        }

        class LinkEnd {
            constructor(properties?: hafs.v1.LinkEnd.$Properties);
            $unknowns?: Uint8Array[];
            static encode(message: hafs.v1.LinkEnd.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.LinkEnd & hafs.v1.LinkEnd.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace LinkEnd {
            interface $Properties {
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.LinkEnd.$Properties;
        }

        interface ILinkMessage extends hafs.v1.LinkMessage.$Properties {
        }

        class LinkMessage {
            constructor(properties?: hafs.v1.LinkMessage.$Properties);
            $unknowns?: Uint8Array[];
            fromNode: string;
            group: string;
            fromBrick: string;
            toBrick: string;
            term: number;
            voteRequest?: (hafs.v1.VoteRequest.$Properties|null);
            voteReply?: (hafs.v1.VoteReply.$Properties|null);
            heartbeat?: (hafs.v1.Heartbeat.$Properties|null);
            standing?: (hafs.v1.Standing.$Properties|null);
            append?: (hafs.v1.Append.$Properties|null);
            appendReply?: (hafs.v1.AppendReply.$Properties|null);
            campaign?: (hafs.v1.Campaign.$Properties|null);
            healBegin?: (hafs.v1.HealBegin.$Properties|null);
            healReady?: (hafs.v1.HealReady.$Properties|null);
            healBatch?: (hafs.v1.HealBatch.$Properties|null);
            healAck?: (hafs.v1.HealAck.$Properties|null);
            healEnd?: (hafs.v1.HealEnd.$Properties|null);
            checksumRequest?: (hafs.v1.ChecksumRequest.$Properties|null);
            checksumReply?: (hafs.v1.ChecksumReply.$Properties|null);
            fetchRequest?: (hafs.v1.FetchRequest.$Properties|null);
            fetchReply?: (hafs.v1.FetchReply.$Properties|null);
            repairRequest?: (hafs.v1.RepairRequest.$Properties|null);
            body?: ("voteRequest"|"voteReply"|"heartbeat"|"standing"|"append"|"appendReply"|"campaign"|"healBegin"|"healReady"|"healBatch"|"healAck"|"healEnd"|"checksumRequest"|"checksumReply"|"fetchRequest"|"fetchReply"|"repairRequest");
            static encode(message: hafs.v1.LinkMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.LinkMessage & hafs.v1.LinkMessage.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace LinkMessage {
            interface $Properties {
                fromNode?: (string|null);
                group?: (string|null);
                fromBrick?: (string|null);
                toBrick?: (string|null);
                term?: (number|null);
                voteRequest?: (hafs.v1.VoteRequest.$Properties|null);
                voteReply?: (hafs.v1.VoteReply.$Properties|null);
                heartbeat?: (hafs.v1.Heartbeat.$Properties|null);
                standing?: (hafs.v1.Standing.$Properties|null);
                append?: (hafs.v1.Append.$Properties|null);
                appendReply?: (hafs.v1.AppendReply.$Properties|null);
                campaign?: (hafs.v1.Campaign.$Properties|null);
                healBegin?: (hafs.v1.HealBegin.$Properties|null);
                healReady?: (hafs.v1.HealReady.$Properties|null);
                healBatch?: (hafs.v1.HealBatch.$Properties|null);
                healAck?: (hafs.v1.HealAck.$Properties|null);
                healEnd?: (hafs.v1.HealEnd.$Properties|null);
                checksumRequest?: (hafs.v1.ChecksumRequest.$Properties|null);
                checksumReply?: (hafs.v1.ChecksumReply.$Properties|null);
                fetchRequest?: (hafs.v1.FetchRequest.$Properties|null);
                fetchReply?: (hafs.v1.FetchReply.$Properties|null);
                repairRequest?: (hafs.v1.RepairRequest.$Properties|null);
                body?: ("voteRequest"|"voteReply"|"heartbeat"|"standing"|"append"|"appendReply"|"campaign"|"healBegin"|"healReady"|"healBatch"|"healAck"|"healEnd"|"checksumRequest"|"checksumReply"|"fetchRequest"|"fetchReply"|"repairRequest");
                $unknowns?: Uint8Array[];
            }
            type $Shape = {
              fromNode?: string|null;
              group?: string|null;
              fromBrick?: string|null;
              toBrick?: string|null;
              term?: number|null;
              voteRequest?: hafs.v1.VoteRequest.$Shape|null;
              voteReply?: hafs.v1.VoteReply.$Shape|null;
              heartbeat?: hafs.v1.Heartbeat.$Shape|null;
              standing?: hafs.v1.Standing.$Shape|null;
              append?: hafs.v1.Append.$Shape|null;
              appendReply?: hafs.v1.AppendReply.$Shape|null;
              campaign?: hafs.v1.Campaign.$Shape|null;
              healBegin?: hafs.v1.HealBegin.$Shape|null;
              healReady?: hafs.v1.HealReady.$Shape|null;
              healBatch?: hafs.v1.HealBatch.$Shape|null;
              healAck?: hafs.v1.HealAck.$Shape|null;
              healEnd?: hafs.v1.HealEnd.$Shape|null;
              checksumRequest?: hafs.v1.ChecksumRequest.$Shape|null;
              checksumReply?: hafs.v1.ChecksumReply.$Shape|null;
              fetchRequest?: hafs.v1.FetchRequest.$Shape|null;
              fetchReply?: hafs.v1.FetchReply.$Shape|null;
              repairRequest?: hafs.v1.RepairRequest.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; voteRequest?: null; voteReply?: null; heartbeat?: null; standing?: null; append?: null; appendReply?: null; campaign?: null; healBegin?: null; healReady?: null; healBatch?: null; healAck?: null; healEnd?: null; checksumRequest?: null; checksumReply?: null; fetchRequest?: null; fetchReply?: null; repairRequest?: null }|{ body?: "voteRequest"; voteRequest: hafs.v1.VoteRequest.$Shape; voteReply?: null; heartbeat?: null; standing?: null; append?: null; appendReply?: null; campaign?: null; healBegin?: null; healReady?: null; healBatch?: null; healAck?: null; healEnd?: null; checksumRequest?: null; checksumReply?: null; fetchRequest?: null; fetchReply?: null; repairRequest?: null }|{ body?: "voteReply"; voteRequest?: null; voteReply: hafs.v1.VoteReply.$Shape; heartbeat?: null; standing?: null; append?: null; appendReply?: null; campaign?: null; healBegin?: null; healReady?: null; healBatch?: null; healAck?: null; healEnd?: null; checksumRequest?: null; checksumReply?: null; fetchRequest?: null; fetchReply?: null; repairRequest?: null }|{ body?: "heartbeat"; voteRequest?: null; voteReply?: null; heartbeat: hafs.v1.Heartbeat.$Shape; standing?: null; append?: null; appendReply?: null; campaign?: null; healBegin?: null; healReady?: null; healBatch?: null; healAck?: null; healEnd?: null; checksumRequest?: null; checksumReply?: null; fetchRequest?: null; fetchReply?: null; repairRequest?: null }|{ body?: "standing"; voteRequest?: null; voteReply?: null; heartbeat?: null; standing: hafs.v1.Standing.$Shape; append?: null; appendReply?: null; campaign?: null; healBegin?: null; healReady?: null; healBatch?: null; healAck?: null; healEnd?: null; checksumRequest?: null; checksumReply?: null; fetchRequest?: null; fetchReply?: null; repairRequest?: null }|{ body?: "append"; voteRequest?: null; voteReply?: null; heartbeat?: null; standing?: null; append: hafs.v1.Append.$Shape; appendReply?: null; campaign?: null; healBegin?: null; healReady?: null; healBatch?: null; healAck?: null; healEnd?: null; checksumRequest?: null; checksumReply?: null; fetchRequest?: null; fetchReply?: null; repairRequest?: null }|{ body?: "appendReply"; voteRequest?: null; voteReply?: null; heartbeat?: null; standing?: null; append?: null; appendReply: hafs.v1.AppendReply.$Shape; campaign?: null; healBegin?: null; healReady?: null; healBatch?: null; healAck?: null; healEnd?: null; checksumRequest?: null; checksumReply?: null; fetchRequest?: null; fetchReply?: null; repairRequest?: null }|{ body?: "campaign"; voteRequest?: null; voteReply?: null; heartbeat?: null; standing?: null; append?: null; appendReply?: null; campaign: hafs.v1.Campaign.$Shape; healBegin?: null; healReady?: null; healBatch?: null; healAck?: null; healEnd?: null; checksumRequest?: null; checksumReply?: null; fetchRequest?: null; fetchReply?: null; repairRequest?: null }|{ body?: "healBegin"; voteRequest?: null; voteReply?: null; heartbeat?: null; standing?: null; append?: null; appendReply?: null; campaign?: null; healBegin: hafs.v1.HealBegin.$Shape; healReady?: null; healBatch?: null; healAck?: null; healEnd?: null; checksumRequest?: null; checksumReply?: null; fetchRequest?: null; fetchReply?: null; repairRequest?: null }|{ body?: "healReady"; voteRequest?: null; voteReply?: null; heartbeat?: null; standing?: null; append?: null; appendReply?: null; campaign?: null; healBegin?: null; healReady: hafs.v1.HealReady.$Shape; healBatch?: null; healAck?: null; healEnd?: null; checksumRequest?: null; checksumReply?: null; fetchRequest?: null; fetchReply?: null; repairRequest?: null }|{ body?: "healBatch"; voteRequest?: null; voteReply?: null; heartbeat?: null; standing?: null; append?: null; appendReply?: null; campaign?: null; healBegin?: null; healReady?: null; healBatch: hafs.v1.HealBatch.$Shape; healAck?: null; healEnd?: null; checksumRequest?: null; checksumReply?: null; fetchRequest?: null; fetchReply?: null; repairRequest?: null }|{ body?: "healAck"; voteRequest?: null; voteReply?: null; heartbeat?: null; standing?: null; append?: null; appendReply?: null; campaign?: null; healBegin?: null; healReady?: null; healBatch?: null; healAck: hafs.v1.HealAck.$Shape; healEnd?: null; checksumRequest?: null; checksumReply?: null; fetchRequest?: null; fetchReply?: null; repairRequest?: null }|{ body?: "healEnd"; voteRequest?: null; voteReply?: null; heartbeat?: null; standing?: null; append?: null; appendReply?: null; campaign?: null; healBegin?: null; healReady?: null; healBatch?: null; healAck?: null; healEnd: hafs.v1.HealEnd.$Shape; checksumRequest?: null; checksumReply?: null; fetchRequest?: null; fetchReply?: null; repairRequest?: null }|{ body?: "checksumRequest"; voteRequest?: null; voteReply?: null; heartbeat?: null; standing?: null; append?: null; appendReply?: null; campaign?: null; healBegin?: null; healReady?: null; healBatch?: null; healAck?: null; healEnd?: null; checksumRequest: hafs.v1.ChecksumRequest.$Shape; checksumReply?: null; fetchRequest?: null; fetchReply?: null; repairRequest?: null }|{ body?: "checksumReply"; voteRequest?: null; voteReply?: null; heartbeat?: null; standing?: null; append?: null; appendReply?: null; campaign?: null; healBegin?: null; healReady?: null; healBatch?: null; healAck?: null; healEnd?: null; checksumRequest?: null; checksumReply: hafs.v1.ChecksumReply.$Shape; fetchRequest?: null; fetchReply?: null; repairRequest?: null }|{ body?: "fetchRequest"; voteRequest?: null; voteReply?: null; heartbeat?: null; standing?: null; append?: null; appendReply?: null; campaign?: null; healBegin?: null; healReady?: null; healBatch?: null; healAck?: null; healEnd?: null; checksumRequest?: null; checksumReply?: null; fetchRequest: hafs.v1.FetchRequest.$Shape; fetchReply?: null; repairRequest?: null }|{ body?: "fetchReply"; voteRequest?: null; voteReply?: null; heartbeat?: null; standing?: null; append?: null; appendReply?: null; campaign?: null; healBegin?: null; healReady?: null; healBatch?: null; healAck?: null; healEnd?: null; checksumRequest?: null; checksumReply?: null; fetchRequest?: null; fetchReply: hafs.v1.FetchReply.$Shape; repairRequest?: null }|{ body?: "repairRequest"; voteRequest?: null; voteReply?: null; heartbeat?: null; standing?: null; append?: null; appendReply?: null; campaign?: null; healBegin?: null; healReady?: null; healBatch?: null; healAck?: null; healEnd?: null; checksumRequest?: null; checksumReply?: null; fetchRequest?: null; fetchReply?: null; repairRequest: hafs.v1.RepairRequest.$Shape })
            );
        }

        interface IPosition extends hafs.v1.Position.$Properties {
        }

        class Position {
            constructor(properties?: hafs.v1.Position.$Properties);
            $unknowns?: Uint8Array[];
            term: number;
            index: number;
            static encode(message: hafs.v1.Position.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Position & hafs.v1.Position.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Position {
            interface $Properties {
                term?: (number|null);
                index?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Position.$Properties;
        }

        interface IVoteRequest extends hafs.v1.VoteRequest.$Properties {
        }

        class VoteRequest {
            constructor(properties?: hafs.v1.VoteRequest.$Properties);
            $unknowns?: Uint8Array[];
            tail?: (hafs.v1.Position.$Properties|null);
            preVote: boolean;
            transfer: boolean;
            static encode(message: hafs.v1.VoteRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.VoteRequest & hafs.v1.VoteRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace VoteRequest {
            interface $Properties {
                tail?: (hafs.v1.Position.$Properties|null);
                preVote?: (boolean|null);
                transfer?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.VoteRequest.$Properties;
        }

        interface IVoteReply extends hafs.v1.VoteReply.$Properties {
        }

        class VoteReply {
            constructor(properties?: hafs.v1.VoteReply.$Properties);
            $unknowns?: Uint8Array[];
            preVote: boolean;
            granted: boolean;
            memory: number;
            canStand: boolean;
            static encode(message: hafs.v1.VoteReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.VoteReply & hafs.v1.VoteReply.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace VoteReply {
            interface $Properties {
                preVote?: (boolean|null);
                granted?: (boolean|null);
                memory?: (number|null);
                canStand?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.VoteReply.$Properties;
        }

        interface IHeartbeat extends hafs.v1.Heartbeat.$Properties {
        }

        class Heartbeat {
            constructor(properties?: hafs.v1.Heartbeat.$Properties);
            $unknowns?: Uint8Array[];
            commitIndex: number;
            sentAtMs: number;
            service: number;
            inSync: string[];
            static encode(message: hafs.v1.Heartbeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Heartbeat & hafs.v1.Heartbeat.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Heartbeat {
            interface $Properties {
                commitIndex?: (number|null);
                sentAtMs?: (number|null);
                service?: (number|null);
                inSync?: (string[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Heartbeat.$Properties;
        }

        interface IStanding extends hafs.v1.Standing.$Properties {
        }

        class Standing {
            constructor(properties?: hafs.v1.Standing.$Properties);
            $unknowns?: Uint8Array[];
            heartbeatSentAtMs?: (number|null);
            tail?: (hafs.v1.Position.$Properties|null);
            commitIndex: number;
            health: number;
            totalBytes: number;
            availableBytes: number;
            incarnation: number;
            refusedFeedId?: (number|null);
            static encode(message: hafs.v1.Standing.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Standing & hafs.v1.Standing.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Standing {
            interface $Properties {
                heartbeatSentAtMs?: (number|null);
                tail?: (hafs.v1.Position.$Properties|null);
                commitIndex?: (number|null);
                health?: (number|null);
                totalBytes?: (number|null);
                availableBytes?: (number|null);
                incarnation?: (number|null);
                refusedFeedId?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Standing.$Properties;
        }

        interface IAppend extends hafs.v1.Append.$Properties {
        }

        class Append {
            constructor(properties?: hafs.v1.Append.$Properties);
            $unknowns?: Uint8Array[];
            previous?: (hafs.v1.Position.$Properties|null);
            commitIndex: number;
            entries: hafs.v1.Entry.$Properties[];
            feedId: number;
            static encode(message: hafs.v1.Append.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Append & hafs.v1.Append.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Append {
            interface $Properties {
                previous?: (hafs.v1.Position.$Properties|null);
                commitIndex?: (number|null);
                entries?: (hafs.v1.Entry.$Properties[]|null);
                feedId?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Append.$Properties;
        }

        interface IEntry extends hafs.v1.Entry.$Properties {
        }

        class Entry {
            constructor(properties?: hafs.v1.Entry.$Properties);
            $unknowns?: Uint8Array[];
            term: number;
            index: number;
            sync: boolean;
            edits: hafs.v1.Edit.$Properties[];
            members: string[];
            checkpoint: boolean;
            static encode(message: hafs.v1.Entry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Entry & hafs.v1.Entry.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Entry {
            interface $Properties {
                term?: (number|null);
                index?: (number|null);
                sync?: (boolean|null);
                edits?: (hafs.v1.Edit.$Properties[]|null);
                members?: (string[]|null);
                checkpoint?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Entry.$Properties;
        }

        interface IEdit extends hafs.v1.Edit.$Properties {
        }

        class Edit {
            constructor(properties?: hafs.v1.Edit.$Properties);
            $unknowns?: Uint8Array[];
            key: Uint8Array;
            value?: (Uint8Array|null);
            static encode(message: hafs.v1.Edit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Edit & hafs.v1.Edit.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Edit {
            interface $Properties {
                key?: (Uint8Array|null);
                value?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Edit.$Properties;
        }

        interface IAppendReply extends hafs.v1.AppendReply.$Properties {
        }

        class AppendReply {
            constructor(properties?: hafs.v1.AppendReply.$Properties);
            $unknowns?: Uint8Array[];
            matchIndex: number;
            feedId: number;
            static encode(message: hafs.v1.AppendReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.AppendReply & hafs.v1.AppendReply.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace AppendReply {
            interface $Properties {
                matchIndex?: (number|null);
                feedId?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.AppendReply.$Properties;
        }

        interface ICampaign extends hafs.v1.Campaign.$Properties {
        }

        class Campaign {
            constructor(properties?: hafs.v1.Campaign.$Properties);
            $unknowns?: Uint8Array[];
            slow: boolean;
            static encode(message: hafs.v1.Campaign.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Campaign & hafs.v1.Campaign.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Campaign {
            interface $Properties {
                slow?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Campaign.$Properties;
        }

        interface IHealBegin extends hafs.v1.HealBegin.$Properties {
        }

        class HealBegin {
            constructor(properties?: hafs.v1.HealBegin.$Properties);
            $unknowns?: Uint8Array[];
            healId: number;
            full: boolean;
            target?: (hafs.v1.Position.$Properties|null);
            baseIndex: number;
            baseTerm: number;
            firstIndex: number;
            probe: boolean;
            uncertainKeys: Uint8Array[];
            static encode(message: hafs.v1.HealBegin.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.HealBegin & hafs.v1.HealBegin.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace HealBegin {
            interface $Properties {
                healId?: (number|null);
                full?: (boolean|null);
                target?: (hafs.v1.Position.$Properties|null);
                baseIndex?: (number|null);
                baseTerm?: (number|null);
                firstIndex?: (number|null);
                probe?: (boolean|null);
                uncertainKeys?: (Uint8Array[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.HealBegin.$Properties;
        }

        interface IHealReady extends hafs.v1.HealReady.$Properties {
        }

        class HealReady {
            constructor(properties?: hafs.v1.HealReady.$Properties);
            $unknowns?: Uint8Array[];
            healId: number;
            taintedKeys: Uint8Array[];
            needsFull: boolean;
            static encode(message: hafs.v1.HealReady.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.HealReady & hafs.v1.HealReady.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace HealReady {
            interface $Properties {
                healId?: (number|null);
                taintedKeys?: (Uint8Array[]|null);
                needsFull?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.HealReady.$Properties;
        }

        interface IHealBatch extends hafs.v1.HealBatch.$Properties {
        }

        class HealBatch {
            constructor(properties?: hafs.v1.HealBatch.$Properties);
            $unknowns?: Uint8Array[];
            healId: number;
            sequence: number;
            edits: hafs.v1.Edit.$Properties[];
            journal: hafs.v1.JournalRecord.$Properties[];
            range?: (hafs.v1.KeyRange.$Properties|null);
            compare: boolean;
            rangeEntries: number;
            rangeChecksum: number;
            static encode(message: hafs.v1.HealBatch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.HealBatch & hafs.v1.HealBatch.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace HealBatch {
            interface $Properties {
                healId?: (number|null);
                sequence?: (number|null);
                edits?: (hafs.v1.Edit.$Properties[]|null);
                journal?: (hafs.v1.JournalRecord.$Properties[]|null);
                range?: (hafs.v1.KeyRange.$Properties|null);
                compare?: (boolean|null);
                rangeEntries?: (number|null);
                rangeChecksum?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.HealBatch.$Properties;
        }

        interface IKeyRange extends hafs.v1.KeyRange.$Properties {
        }

        class KeyRange {
            constructor(properties?: hafs.v1.KeyRange.$Properties);
            $unknowns?: Uint8Array[];
            from: Uint8Array;
            to: Uint8Array;
            static encode(message: hafs.v1.KeyRange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.KeyRange & hafs.v1.KeyRange.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace KeyRange {
            interface $Properties {
                from?: (Uint8Array|null);
                to?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.KeyRange.$Properties;
        }

        interface IJournalRecord extends hafs.v1.JournalRecord.$Properties {
        }

        class JournalRecord {
            constructor(properties?: hafs.v1.JournalRecord.$Properties);
            $unknowns?: Uint8Array[];
            index: number;
            record: Uint8Array;
            static encode(message: hafs.v1.JournalRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.JournalRecord & hafs.v1.JournalRecord.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace JournalRecord {
            interface $Properties {
                index?: (number|null);
                record?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.JournalRecord.$Properties;
        }

        interface IHealAck extends hafs.v1.HealAck.$Properties {
        }

        class HealAck {
            constructor(properties?: hafs.v1.HealAck.$Properties);
            $unknowns?: Uint8Array[];
            healId: number;
            sequence: number;
            differs: boolean;
            static encode(message: hafs.v1.HealAck.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.HealAck & hafs.v1.HealAck.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace HealAck {
            interface $Properties {
                healId?: (number|null);
                sequence?: (number|null);
                differs?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.HealAck.$Properties;
        }

        interface IHealEnd extends hafs.v1.HealEnd.$Properties {
        }

        class HealEnd {
            constructor(properties?: hafs.v1.HealEnd.$Properties);
            $unknowns?: Uint8Array[];
            healId: number;
            commitIndex: number;
            static encode(message: hafs.v1.HealEnd.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.HealEnd & hafs.v1.HealEnd.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace HealEnd {
            interface $Properties {
                healId?: (number|null);
                commitIndex?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.HealEnd.$Properties;
        }

        interface IChecksumRequest extends hafs.v1.ChecksumRequest.$Properties {
        }

        class ChecksumRequest {
            constructor(properties?: hafs.v1.ChecksumRequest.$Properties);
            $unknowns?: Uint8Array[];
            index: number;
            static encode(message: hafs.v1.ChecksumRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ChecksumRequest & hafs.v1.ChecksumRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ChecksumRequest {
            interface $Properties {
                index?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ChecksumRequest.$Properties;
        }

        interface IChecksumReply extends hafs.v1.ChecksumReply.$Properties {
        }

        class ChecksumReply {
            constructor(properties?: hafs.v1.ChecksumReply.$Properties);
            $unknowns?: Uint8Array[];
            index: number;
            entries: number;
            checksum: string;
            problem: string;
            static encode(message: hafs.v1.ChecksumReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ChecksumReply & hafs.v1.ChecksumReply.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ChecksumReply {
            interface $Properties {
                index?: (number|null);
                entries?: (number|null);
                checksum?: (string|null);
                problem?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ChecksumReply.$Properties;
        }

        interface IFetchRequest extends hafs.v1.FetchRequest.$Properties {
        }

        class FetchRequest {
            constructor(properties?: hafs.v1.FetchRequest.$Properties);
            $unknowns?: Uint8Array[];
            requestId: number;
            index: number;
            key: Uint8Array;
            static encode(message: hafs.v1.FetchRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.FetchRequest & hafs.v1.FetchRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace FetchRequest {
            interface $Properties {
                requestId?: (number|null);
                index?: (number|null);
                key?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.FetchRequest.$Properties;
        }

        interface IFetchReply extends hafs.v1.FetchReply.$Properties {
        }

        class FetchReply {
            constructor(properties?: hafs.v1.FetchReply.$Properties);
            $unknowns?: Uint8Array[];
            requestId: number;
            sound: boolean;
            value?: (Uint8Array|null);
            static encode(message: hafs.v1.FetchReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.FetchReply & hafs.v1.FetchReply.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace FetchReply {
            interface $Properties {
                requestId?: (number|null);
                sound?: (boolean|null);
                value?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.FetchReply.$Properties;
        }

        interface IRepairRequest extends hafs.v1.RepairRequest.$Properties {
        }

        class RepairRequest {
            constructor(properties?: hafs.v1.RepairRequest.$Properties);
            $unknowns?: Uint8Array[];
            key: Uint8Array;
            static encode(message: hafs.v1.RepairRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.RepairRequest & hafs.v1.RepairRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace RepairRequest {
            interface $Properties {
                key?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.RepairRequest.$Properties;
        }

        interface IVolumeName extends hafs.v1.VolumeName.$Properties {
        }

        class VolumeName {
            constructor(properties?: hafs.v1.VolumeName.$Properties);
            $unknowns?: Uint8Array[];
            name: string;
            static encode(message: hafs.v1.VolumeName.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.VolumeName & hafs.v1.VolumeName.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace VolumeName {
            interface $Properties {
                name?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.VolumeName.$Properties;
        }

        interface IVolumeReply extends hafs.v1.VolumeReply.$Properties {
        }

        class VolumeReply {
            constructor(properties?: hafs.v1.VolumeReply.$Properties);
            $unknowns?: Uint8Array[];
            volume?: (hafs.v1.VolumeInfo.$Properties|null);
            static encode(message: hafs.v1.VolumeReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.VolumeReply & hafs.v1.VolumeReply.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace VolumeReply {
            interface $Properties {
                volume?: (hafs.v1.VolumeInfo.$Properties|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.VolumeReply.$Properties;
        }

        interface IBrickPlace extends hafs.v1.BrickPlace.$Properties {
        }

        class BrickPlace {
            constructor(properties?: hafs.v1.BrickPlace.$Properties);
            $unknowns?: Uint8Array[];
            address: string;
            directory: string;
            static encode(message: hafs.v1.BrickPlace.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.BrickPlace & hafs.v1.BrickPlace.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace BrickPlace {
            interface $Properties {
                address?: (string|null);
                directory?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.BrickPlace.$Properties;
        }

        interface ICreateVolumeRequest extends hafs.v1.CreateVolumeRequest.$Properties {
        }

        class CreateVolumeRequest {
            constructor(properties?: hafs.v1.CreateVolumeRequest.$Properties);
            $unknowns?: Uint8Array[];
            name: string;
            replicaCount: number;
            bricks: hafs.v1.BrickPlace.$Properties[];
            force: boolean;
            encrypted: boolean;
            static encode(message: hafs.v1.CreateVolumeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.CreateVolumeRequest & hafs.v1.CreateVolumeRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace CreateVolumeRequest {
            interface $Properties {
                name?: (string|null);
                replicaCount?: (number|null);
                bricks?: (hafs.v1.BrickPlace.$Properties[]|null);
                force?: (boolean|null);
                encrypted?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.CreateVolumeRequest.$Properties;
        }

        interface IListVolumesRequest extends hafs.v1.ListVolumesRequest.$Properties {
        }

        class ListVolumesRequest {
            constructor(properties?: hafs.v1.ListVolumesRequest.$Properties);
            $unknowns?: Uint8Array[];
            name: string;
            static encode(message: hafs.v1.ListVolumesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ListVolumesRequest & hafs.v1.ListVolumesRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ListVolumesRequest {
            interface $Properties {
                name?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ListVolumesRequest.$Properties;
        }

        interface IListVolumesResponse extends hafs.v1.ListVolumesResponse.$Properties {
        }

        class ListVolumesResponse {
            constructor(properties?: hafs.v1.ListVolumesResponse.$Properties);
            $unknowns?: Uint8Array[];
            volumes: hafs.v1.VolumeInfo.$Properties[];
            quorum: boolean;
            static encode(message: hafs.v1.ListVolumesResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ListVolumesResponse & hafs.v1.ListVolumesResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ListVolumesResponse {
            interface $Properties {
                volumes?: (hafs.v1.VolumeInfo.$Properties[]|null);
                quorum?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ListVolumesResponse.$Properties;
        }

        interface IVolumeInfo extends hafs.v1.VolumeInfo.$Properties {
        }

        class VolumeInfo {
            constructor(properties?: hafs.v1.VolumeInfo.$Properties);
            $unknowns?: Uint8Array[];
            name: string;
            id: string;
            status: string;
            group: string;
            bricks: hafs.v1.BrickInfo.$Properties[];
            options: { [k: string]: string };
            createdAtMs: number;
            replacement?: (hafs.v1.BrickReplacement.$Properties|null);
            restingBrick: string;
            encryption?: (hafs.v1.VolumeEncryption.$Properties|null);
            isolated?: (hafs.v1.IsolatedBrick.$Properties|null);
            static encode(message: hafs.v1.VolumeInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.VolumeInfo & hafs.v1.VolumeInfo.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace VolumeInfo {
            interface $Properties {
                name?: (string|null);
                id?: (string|null);
                status?: (string|null);
                group?: (string|null);
                bricks?: (hafs.v1.BrickInfo.$Properties[]|null);
                options?: ({ [k: string]: string }|null);
                createdAtMs?: (number|null);
                replacement?: (hafs.v1.BrickReplacement.$Properties|null);
                restingBrick?: (string|null);
                encryption?: (hafs.v1.VolumeEncryption.$Properties|null);
                isolated?: (hafs.v1.IsolatedBrick.$Properties|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.VolumeInfo.$Properties;
        }

        interface IIsolatedBrick extends hafs.v1.IsolatedBrick.$Properties {
        }

        class IsolatedBrick {
            constructor(properties?: hafs.v1.IsolatedBrick.$Properties);
            $unknowns?: Uint8Array[];
            brick: string;
            why: string;
            static encode(message: hafs.v1.IsolatedBrick.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.IsolatedBrick & hafs.v1.IsolatedBrick.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace IsolatedBrick {
            interface $Properties {
                brick?: (string|null);
                why?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.IsolatedBrick.$Properties;
        }

        interface INoteIsolationRequest extends hafs.v1.NoteIsolationRequest.$Properties {
        }

        class NoteIsolationRequest {
            constructor(properties?: hafs.v1.NoteIsolationRequest.$Properties);
            $unknowns?: Uint8Array[];
            name: string;
            brick: string;
            why: string;
            healed: boolean;
            static encode(message: hafs.v1.NoteIsolationRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.NoteIsolationRequest & hafs.v1.NoteIsolationRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace NoteIsolationRequest {
            interface $Properties {
                name?: (string|null);
                brick?: (string|null);
                why?: (string|null);
                healed?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.NoteIsolationRequest.$Properties;
        }

        interface IVolumeEncryption extends hafs.v1.VolumeEncryption.$Properties {
        }

        class VolumeEncryption {
            constructor(properties?: hafs.v1.VolumeEncryption.$Properties);
            $unknowns?: Uint8Array[];
            cipher: string;
            poolKey: string;
            wrappedKey: Uint8Array;
            static encode(message: hafs.v1.VolumeEncryption.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.VolumeEncryption & hafs.v1.VolumeEncryption.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace VolumeEncryption {
            interface $Properties {
                cipher?: (string|null);
                poolKey?: (string|null);
                wrappedKey?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.VolumeEncryption.$Properties;
        }

        interface IBrickReplacement extends hafs.v1.BrickReplacement.$Properties {
        }

        class BrickReplacement {
            constructor(properties?: hafs.v1.BrickReplacement.$Properties);
            $unknowns?: Uint8Array[];
            oldBrick: string;
            brick?: (hafs.v1.BrickInfo.$Properties|null);
            aborted: boolean;
            static encode(message: hafs.v1.BrickReplacement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.BrickReplacement & hafs.v1.BrickReplacement.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace BrickReplacement {
            interface $Properties {
                oldBrick?: (string|null);
                brick?: (hafs.v1.BrickInfo.$Properties|null);
                aborted?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.BrickReplacement.$Properties;
        }

        interface IReplaceBrickRequest extends hafs.v1.ReplaceBrickRequest.$Properties {
        }

        class ReplaceBrickRequest {
            constructor(properties?: hafs.v1.ReplaceBrickRequest.$Properties);
            $unknowns?: Uint8Array[];
            name: string;
            oldBrick?: (hafs.v1.BrickPlace.$Properties|null);
            newBrick?: (hafs.v1.BrickPlace.$Properties|null);
            static encode(message: hafs.v1.ReplaceBrickRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ReplaceBrickRequest & hafs.v1.ReplaceBrickRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ReplaceBrickRequest {
            interface $Properties {
                name?: (string|null);
                oldBrick?: (hafs.v1.BrickPlace.$Properties|null);
                newBrick?: (hafs.v1.BrickPlace.$Properties|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ReplaceBrickRequest.$Properties;
        }

        interface IEndReplacementRequest extends hafs.v1.EndReplacementRequest.$Properties {
        }

        class EndReplacementRequest {
            constructor(properties?: hafs.v1.EndReplacementRequest.$Properties);
            $unknowns?: Uint8Array[];
            name: string;
            members: string[];
            static encode(message: hafs.v1.EndReplacementRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.EndReplacementRequest & hafs.v1.EndReplacementRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace EndReplacementRequest {
            interface $Properties {
                name?: (string|null);
                members?: (string[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.EndReplacementRequest.$Properties;
        }

        interface IRestBrickRequest extends hafs.v1.RestBrickRequest.$Properties {
        }

        class RestBrickRequest {
            constructor(properties?: hafs.v1.RestBrickRequest.$Properties);
            $unknowns?: Uint8Array[];
            name: string;
            brick?: (hafs.v1.BrickPlace.$Properties|null);
            rest: boolean;
            static encode(message: hafs.v1.RestBrickRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.RestBrickRequest & hafs.v1.RestBrickRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace RestBrickRequest {
            interface $Properties {
                name?: (string|null);
                brick?: (hafs.v1.BrickPlace.$Properties|null);
                rest?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.RestBrickRequest.$Properties;
        }

        interface IBrickInfo extends hafs.v1.BrickInfo.$Properties {
        }

        class BrickInfo {
            constructor(properties?: hafs.v1.BrickInfo.$Properties);
            $unknowns?: Uint8Array[];
            id: string;
            nodeId: string;
            nodeName: string;
            address: string;
            directory: string;
            static encode(message: hafs.v1.BrickInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.BrickInfo & hafs.v1.BrickInfo.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace BrickInfo {
            interface $Properties {
                id?: (string|null);
                nodeId?: (string|null);
                nodeName?: (string|null);
                address?: (string|null);
                directory?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.BrickInfo.$Properties;
        }

        interface ISetOptionRequest extends hafs.v1.SetOptionRequest.$Properties {
        }

        class SetOptionRequest {
            constructor(properties?: hafs.v1.SetOptionRequest.$Properties);
            $unknowns?: Uint8Array[];
            name: string;
            key: string;
            value: string;
            reset: boolean;
            static encode(message: hafs.v1.SetOptionRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.SetOptionRequest & hafs.v1.SetOptionRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace SetOptionRequest {
            interface $Properties {
                name?: (string|null);
                key?: (string|null);
                value?: (string|null);
                reset?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.SetOptionRequest.$Properties;
        }

        interface IHealRequest extends hafs.v1.HealRequest.$Properties {
        }

        class HealRequest {
            constructor(properties?: hafs.v1.HealRequest.$Properties);
            $unknowns?: Uint8Array[];
            name: string;
            full: boolean;
            static encode(message: hafs.v1.HealRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.HealRequest & hafs.v1.HealRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace HealRequest {
            interface $Properties {
                name?: (string|null);
                full?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.HealRequest.$Properties;
        }

        interface IMoveManagerRequest extends hafs.v1.MoveManagerRequest.$Properties {
        }

        class MoveManagerRequest {
            constructor(properties?: hafs.v1.MoveManagerRequest.$Properties);
            $unknowns?: Uint8Array[];
            name: string;
            node: string;
            static encode(message: hafs.v1.MoveManagerRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.MoveManagerRequest & hafs.v1.MoveManagerRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace MoveManagerRequest {
            interface $Properties {
                name?: (string|null);
                node?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.MoveManagerRequest.$Properties;
        }

        interface IHealStatusRequest extends hafs.v1.HealStatusRequest.$Properties {
        }

        class HealStatusRequest {
            constructor(properties?: hafs.v1.HealStatusRequest.$Properties);
            $unknowns?: Uint8Array[];
            name: string;
            static encode(message: hafs.v1.HealStatusRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.HealStatusRequest & hafs.v1.HealStatusRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace HealStatusRequest {
            interface $Properties {
                name?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.HealStatusRequest.$Properties;
        }

        interface IHealStatusResponse extends hafs.v1.HealStatusResponse.$Properties {
        }

        class HealStatusResponse {
            constructor(properties?: hafs.v1.HealStatusResponse.$Properties);
            $unknowns?: Uint8Array[];
            volumes: hafs.v1.VolumeHealth.$Properties[];
            static encode(message: hafs.v1.HealStatusResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.HealStatusResponse & hafs.v1.HealStatusResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace HealStatusResponse {
            interface $Properties {
                volumes?: (hafs.v1.VolumeHealth.$Properties[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.HealStatusResponse.$Properties;
        }

        interface IVolumeHealth extends hafs.v1.VolumeHealth.$Properties {
        }

        class VolumeHealth {
            constructor(properties?: hafs.v1.VolumeHealth.$Properties);
            $unknowns?: Uint8Array[];
            volume: string;
            status: string;
            quorum: boolean;
            term: number;
            manager: string;
            index: number;
            bricks: hafs.v1.BrickHealth.$Properties[];
            activity?: (hafs.v1.Activity.$Properties|null);
            clients: hafs.v1.ClientInfo.$Properties[];
            clientCount: number;
            static encode(message: hafs.v1.VolumeHealth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.VolumeHealth & hafs.v1.VolumeHealth.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace VolumeHealth {
            interface $Properties {
                volume?: (string|null);
                status?: (string|null);
                quorum?: (boolean|null);
                term?: (number|null);
                manager?: (string|null);
                index?: (number|null);
                bricks?: (hafs.v1.BrickHealth.$Properties[]|null);
                activity?: (hafs.v1.Activity.$Properties|null);
                clients?: (hafs.v1.ClientInfo.$Properties[]|null);
                clientCount?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.VolumeHealth.$Properties;
        }

        interface IBrickHealth extends hafs.v1.BrickHealth.$Properties {
        }

        class BrickHealth {
            constructor(properties?: hafs.v1.BrickHealth.$Properties);
            $unknowns?: Uint8Array[];
            brick: string;
            node: string;
            state: string;
            index: number;
            pendingEntries: number;
            pendingBytes: number;
            healedEntries: number;
            healedBytes: number;
            bytesPerSecond: number;
            etaSeconds?: (number|null);
            problem: string;
            totalBytes: number;
            availableBytes: number;
            processId: number;
            pendingNames: string[];
            scrub?: (hafs.v1.ScrubState.$Properties|null);
            drained: boolean;
            replaces: string;
            static encode(message: hafs.v1.BrickHealth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.BrickHealth & hafs.v1.BrickHealth.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace BrickHealth {
            interface $Properties {
                brick?: (string|null);
                node?: (string|null);
                state?: (string|null);
                index?: (number|null);
                pendingEntries?: (number|null);
                pendingBytes?: (number|null);
                healedEntries?: (number|null);
                healedBytes?: (number|null);
                bytesPerSecond?: (number|null);
                etaSeconds?: (number|null);
                problem?: (string|null);
                totalBytes?: (number|null);
                availableBytes?: (number|null);
                processId?: (number|null);
                pendingNames?: (string[]|null);
                scrub?: (hafs.v1.ScrubState.$Properties|null);
                drained?: (boolean|null);
                replaces?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.BrickHealth.$Properties;
        }

        interface IScrubState extends hafs.v1.ScrubState.$Properties {
        }

        class ScrubState {
            constructor(properties?: hafs.v1.ScrubState.$Properties);
            $unknowns?: Uint8Array[];
            running: boolean;
            startedAtMs: number;
            damaged: number;
            repaired: number;
            endedAtMs: number;
            static encode(message: hafs.v1.ScrubState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ScrubState & hafs.v1.ScrubState.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ScrubState {
            interface $Properties {
                running?: (boolean|null);
                startedAtMs?: (number|null);
                damaged?: (number|null);
                repaired?: (number|null);
                endedAtMs?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ScrubState.$Properties;
        }

        interface IVerifyResponse extends hafs.v1.VerifyResponse.$Properties {
        }

        class VerifyResponse {
            constructor(properties?: hafs.v1.VerifyResponse.$Properties);
            $unknowns?: Uint8Array[];
            identical: boolean;
            index: number;
            bricks: hafs.v1.BrickChecksum.$Properties[];
            static encode(message: hafs.v1.VerifyResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.VerifyResponse & hafs.v1.VerifyResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace VerifyResponse {
            interface $Properties {
                identical?: (boolean|null);
                index?: (number|null);
                bricks?: (hafs.v1.BrickChecksum.$Properties[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.VerifyResponse.$Properties;
        }

        interface IBrickChecksum extends hafs.v1.BrickChecksum.$Properties {
        }

        class BrickChecksum {
            constructor(properties?: hafs.v1.BrickChecksum.$Properties);
            $unknowns?: Uint8Array[];
            brick: string;
            node: string;
            entries: number;
            checksum: string;
            problem: string;
            static encode(message: hafs.v1.BrickChecksum.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.BrickChecksum & hafs.v1.BrickChecksum.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace BrickChecksum {
            interface $Properties {
                brick?: (string|null);
                node?: (string|null);
                entries?: (number|null);
                checksum?: (string|null);
                problem?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.BrickChecksum.$Properties;
        }

        interface IPrepareBrickRequest extends hafs.v1.PrepareBrickRequest.$Properties {
        }

        class PrepareBrickRequest {
            constructor(properties?: hafs.v1.PrepareBrickRequest.$Properties);
            $unknowns?: Uint8Array[];
            group: string;
            brick: string;
            directory: string;
            members: string[];
            volume: string;
            encryption?: (hafs.v1.VolumeEncryption.$Properties|null);
            static encode(message: hafs.v1.PrepareBrickRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.PrepareBrickRequest & hafs.v1.PrepareBrickRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace PrepareBrickRequest {
            interface $Properties {
                group?: (string|null);
                brick?: (string|null);
                directory?: (string|null);
                members?: (string[]|null);
                volume?: (string|null);
                encryption?: (hafs.v1.VolumeEncryption.$Properties|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.PrepareBrickRequest.$Properties;
        }

        interface IPrepareBrickResponse extends hafs.v1.PrepareBrickResponse.$Properties {
        }

        class PrepareBrickResponse {
            constructor(properties?: hafs.v1.PrepareBrickResponse.$Properties);
            $unknowns?: Uint8Array[];
            encrypted: boolean;
            static encode(message: hafs.v1.PrepareBrickResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.PrepareBrickResponse & hafs.v1.PrepareBrickResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace PrepareBrickResponse {
            interface $Properties {
                encrypted?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.PrepareBrickResponse.$Properties;
        }

        interface IDiscardBrickRequest extends hafs.v1.DiscardBrickRequest.$Properties {
        }

        class DiscardBrickRequest {
            constructor(properties?: hafs.v1.DiscardBrickRequest.$Properties);
            $unknowns?: Uint8Array[];
            brick: string;
            directory: string;
            group: string;
            encryption?: (hafs.v1.VolumeEncryption.$Properties|null);
            static encode(message: hafs.v1.DiscardBrickRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.DiscardBrickRequest & hafs.v1.DiscardBrickRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace DiscardBrickRequest {
            interface $Properties {
                brick?: (string|null);
                directory?: (string|null);
                group?: (string|null);
                encryption?: (hafs.v1.VolumeEncryption.$Properties|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.DiscardBrickRequest.$Properties;
        }

        interface IDiscardBrickResponse extends hafs.v1.DiscardBrickResponse.$Properties {
        }

        class DiscardBrickResponse {
            constructor(properties?: hafs.v1.DiscardBrickResponse.$Properties);
            $unknowns?: Uint8Array[];
            static encode(message: hafs.v1.DiscardBrickResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.DiscardBrickResponse & hafs.v1.DiscardBrickResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace DiscardBrickResponse {
            interface $Properties {
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.DiscardBrickResponse.$Properties;
        }

        interface ITryKeyRequest extends hafs.v1.TryKeyRequest.$Properties {
        }

        class TryKeyRequest {
            constructor(properties?: hafs.v1.TryKeyRequest.$Properties);
            $unknowns?: Uint8Array[];
            group: string;
            encryption?: (hafs.v1.VolumeEncryption.$Properties|null);
            static encode(message: hafs.v1.TryKeyRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.TryKeyRequest & hafs.v1.TryKeyRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace TryKeyRequest {
            interface $Properties {
                group?: (string|null);
                encryption?: (hafs.v1.VolumeEncryption.$Properties|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.TryKeyRequest.$Properties;
        }

        interface ITryKeyResponse extends hafs.v1.TryKeyResponse.$Properties {
        }

        class TryKeyResponse {
            constructor(properties?: hafs.v1.TryKeyResponse.$Properties);
            $unknowns?: Uint8Array[];
            static encode(message: hafs.v1.TryKeyResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.TryKeyResponse & hafs.v1.TryKeyResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace TryKeyResponse {
            interface $Properties {
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.TryKeyResponse.$Properties;
        }

        interface IBrickStatusRequest extends hafs.v1.BrickStatusRequest.$Properties {
        }

        class BrickStatusRequest {
            constructor(properties?: hafs.v1.BrickStatusRequest.$Properties);
            $unknowns?: Uint8Array[];
            group: string;
            brick: string;
            static encode(message: hafs.v1.BrickStatusRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.BrickStatusRequest & hafs.v1.BrickStatusRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace BrickStatusRequest {
            interface $Properties {
                group?: (string|null);
                brick?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.BrickStatusRequest.$Properties;
        }

        interface IBrickStatusResponse extends hafs.v1.BrickStatusResponse.$Properties {
        }

        class BrickStatusResponse {
            constructor(properties?: hafs.v1.BrickStatusResponse.$Properties);
            $unknowns?: Uint8Array[];
            open: boolean;
            problem: string;
            manager: boolean;
            term: number;
            index: number;
            quorum: boolean;
            members: hafs.v1.BrickHealth.$Properties[];
            totalBytes: number;
            availableBytes: number;
            processId: number;
            scrub?: (hafs.v1.ScrubState.$Properties|null);
            activity?: (hafs.v1.Activity.$Properties|null);
            clients: hafs.v1.ClientInfo.$Properties[];
            clientCount: number;
            static encode(message: hafs.v1.BrickStatusResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.BrickStatusResponse & hafs.v1.BrickStatusResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace BrickStatusResponse {
            interface $Properties {
                open?: (boolean|null);
                problem?: (string|null);
                manager?: (boolean|null);
                term?: (number|null);
                index?: (number|null);
                quorum?: (boolean|null);
                members?: (hafs.v1.BrickHealth.$Properties[]|null);
                totalBytes?: (number|null);
                availableBytes?: (number|null);
                processId?: (number|null);
                scrub?: (hafs.v1.ScrubState.$Properties|null);
                activity?: (hafs.v1.Activity.$Properties|null);
                clients?: (hafs.v1.ClientInfo.$Properties[]|null);
                clientCount?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.BrickStatusResponse.$Properties;
        }

        interface IHealBrickRequest extends hafs.v1.HealBrickRequest.$Properties {
        }

        class HealBrickRequest {
            constructor(properties?: hafs.v1.HealBrickRequest.$Properties);
            $unknowns?: Uint8Array[];
            group: string;
            full: boolean;
            static encode(message: hafs.v1.HealBrickRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.HealBrickRequest & hafs.v1.HealBrickRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace HealBrickRequest {
            interface $Properties {
                group?: (string|null);
                full?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.HealBrickRequest.$Properties;
        }

        interface IHealBrickResponse extends hafs.v1.HealBrickResponse.$Properties {
        }

        class HealBrickResponse {
            constructor(properties?: hafs.v1.HealBrickResponse.$Properties);
            $unknowns?: Uint8Array[];
            static encode(message: hafs.v1.HealBrickResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.HealBrickResponse & hafs.v1.HealBrickResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace HealBrickResponse {
            interface $Properties {
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.HealBrickResponse.$Properties;
        }

        interface IMoveBrickRequest extends hafs.v1.MoveBrickRequest.$Properties {
        }

        class MoveBrickRequest {
            constructor(properties?: hafs.v1.MoveBrickRequest.$Properties);
            $unknowns?: Uint8Array[];
            group: string;
            toBrick: string;
            static encode(message: hafs.v1.MoveBrickRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.MoveBrickRequest & hafs.v1.MoveBrickRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace MoveBrickRequest {
            interface $Properties {
                group?: (string|null);
                toBrick?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.MoveBrickRequest.$Properties;
        }

        interface IMoveBrickResponse extends hafs.v1.MoveBrickResponse.$Properties {
        }

        class MoveBrickResponse {
            constructor(properties?: hafs.v1.MoveBrickResponse.$Properties);
            $unknowns?: Uint8Array[];
            static encode(message: hafs.v1.MoveBrickResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.MoveBrickResponse & hafs.v1.MoveBrickResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace MoveBrickResponse {
            interface $Properties {
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.MoveBrickResponse.$Properties;
        }

        interface IVerifyBrickRequest extends hafs.v1.VerifyBrickRequest.$Properties {
        }

        class VerifyBrickRequest {
            constructor(properties?: hafs.v1.VerifyBrickRequest.$Properties);
            $unknowns?: Uint8Array[];
            group: string;
            static encode(message: hafs.v1.VerifyBrickRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.VerifyBrickRequest & hafs.v1.VerifyBrickRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace VerifyBrickRequest {
            interface $Properties {
                group?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.VerifyBrickRequest.$Properties;
        }

        interface IScrubBrickRequest extends hafs.v1.ScrubBrickRequest.$Properties {
        }

        class ScrubBrickRequest {
            constructor(properties?: hafs.v1.ScrubBrickRequest.$Properties);
            $unknowns?: Uint8Array[];
            group: string;
            brick: string;
            static encode(message: hafs.v1.ScrubBrickRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ScrubBrickRequest & hafs.v1.ScrubBrickRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ScrubBrickRequest {
            interface $Properties {
                group?: (string|null);
                brick?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ScrubBrickRequest.$Properties;
        }

        interface IScrubBrickResponse extends hafs.v1.ScrubBrickResponse.$Properties {
        }

        class ScrubBrickResponse {
            constructor(properties?: hafs.v1.ScrubBrickResponse.$Properties);
            $unknowns?: Uint8Array[];
            static encode(message: hafs.v1.ScrubBrickResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ScrubBrickResponse & hafs.v1.ScrubBrickResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ScrubBrickResponse {
            interface $Properties {
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ScrubBrickResponse.$Properties;
        }

        interface IActivity extends hafs.v1.Activity.$Properties {
        }

        class Activity {
            constructor(properties?: hafs.v1.Activity.$Properties);
            $unknowns?: Uint8Array[];
            operations: number;
            errors: number;
            readBytes: number;
            writtenBytes: number;
            latencyCounts: number[];
            static encode(message: hafs.v1.Activity.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Activity & hafs.v1.Activity.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Activity {
            interface $Properties {
                operations?: (number|null);
                errors?: (number|null);
                readBytes?: (number|null);
                writtenBytes?: (number|null);
                latencyCounts?: (number[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Activity.$Properties;
        }

        interface IClientInfo extends hafs.v1.ClientInfo.$Properties {
        }

        class ClientInfo {
            constructor(properties?: hafs.v1.ClientInfo.$Properties);
            $unknowns?: Uint8Array[];
            client: string;
            openedAtMs: number;
            static encode(message: hafs.v1.ClientInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ClientInfo & hafs.v1.ClientInfo.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ClientInfo {
            interface $Properties {
                client?: (string|null);
                openedAtMs?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ClientInfo.$Properties;
        }

        interface IBrickClientsRequest extends hafs.v1.BrickClientsRequest.$Properties {
        }

        class BrickClientsRequest {
            constructor(properties?: hafs.v1.BrickClientsRequest.$Properties);
            $unknowns?: Uint8Array[];
            group: string;
            static encode(message: hafs.v1.BrickClientsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.BrickClientsRequest & hafs.v1.BrickClientsRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace BrickClientsRequest {
            interface $Properties {
                group?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.BrickClientsRequest.$Properties;
        }

        interface IClientsResponse extends hafs.v1.ClientsResponse.$Properties {
        }

        class ClientsResponse {
            constructor(properties?: hafs.v1.ClientsResponse.$Properties);
            $unknowns?: Uint8Array[];
            clients: hafs.v1.Client.$Properties[];
            static encode(message: hafs.v1.ClientsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ClientsResponse & hafs.v1.ClientsResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ClientsResponse {
            interface $Properties {
                clients?: (hafs.v1.Client.$Properties[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ClientsResponse.$Properties;
        }

        interface IClient extends hafs.v1.Client.$Properties {
        }

        class Client {
            constructor(properties?: hafs.v1.Client.$Properties);
            $unknowns?: Uint8Array[];
            session: number;
            client: string;
            openedAtMs: number;
            connected: boolean;
            version: string;
            silentMs: number;
            leases: number;
            recallsOwed: number;
            inFlight: number;
            credential: string;
            static encode(message: hafs.v1.Client.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Client & hafs.v1.Client.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Client {
            interface $Properties {
                session?: (number|null);
                client?: (string|null);
                openedAtMs?: (number|null);
                connected?: (boolean|null);
                version?: (string|null);
                silentMs?: (number|null);
                leases?: (number|null);
                recallsOwed?: (number|null);
                inFlight?: (number|null);
                credential?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Client.$Properties;
        }

        interface IEvictRequest extends hafs.v1.EvictRequest.$Properties {
        }

        class EvictRequest {
            constructor(properties?: hafs.v1.EvictRequest.$Properties);
            $unknowns?: Uint8Array[];
            name: string;
            session: number;
            static encode(message: hafs.v1.EvictRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.EvictRequest & hafs.v1.EvictRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace EvictRequest {
            interface $Properties {
                name?: (string|null);
                session?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.EvictRequest.$Properties;
        }

        interface IEvictClientRequest extends hafs.v1.EvictClientRequest.$Properties {
        }

        class EvictClientRequest {
            constructor(properties?: hafs.v1.EvictClientRequest.$Properties);
            $unknowns?: Uint8Array[];
            group: string;
            session: number;
            static encode(message: hafs.v1.EvictClientRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.EvictClientRequest & hafs.v1.EvictClientRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace EvictClientRequest {
            interface $Properties {
                group?: (string|null);
                session?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.EvictClientRequest.$Properties;
        }

        interface IEvictResponse extends hafs.v1.EvictResponse.$Properties {
        }

        class EvictResponse {
            constructor(properties?: hafs.v1.EvictResponse.$Properties);
            $unknowns?: Uint8Array[];
            static encode(message: hafs.v1.EvictResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.EvictResponse & hafs.v1.EvictResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace EvictResponse {
            interface $Properties {
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.EvictResponse.$Properties;
        }

        interface ISightingsRequest extends hafs.v1.SightingsRequest.$Properties {
        }

        class SightingsRequest {
            constructor(properties?: hafs.v1.SightingsRequest.$Properties);
            $unknowns?: Uint8Array[];
            group: string;
            static encode(message: hafs.v1.SightingsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.SightingsRequest & hafs.v1.SightingsRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace SightingsRequest {
            interface $Properties {
                group?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.SightingsRequest.$Properties;
        }

        interface ISightingsResponse extends hafs.v1.SightingsResponse.$Properties {
        }

        class SightingsResponse {
            constructor(properties?: hafs.v1.SightingsResponse.$Properties);
            $unknowns?: Uint8Array[];
            sightings: hafs.v1.Sighting.$Properties[];
            static encode(message: hafs.v1.SightingsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.SightingsResponse & hafs.v1.SightingsResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace SightingsResponse {
            interface $Properties {
                sightings?: (hafs.v1.Sighting.$Properties[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.SightingsResponse.$Properties;
        }

        interface ISighting extends hafs.v1.Sighting.$Properties {
        }

        class Sighting {
            constructor(properties?: hafs.v1.Sighting.$Properties);
            $unknowns?: Uint8Array[];
            service: string;
            fromMs: number;
            toMs: number;
            term: number;
            manager: string;
            obstacle: string;
            static encode(message: hafs.v1.Sighting.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Sighting & hafs.v1.Sighting.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Sighting {
            interface $Properties {
                service?: (string|null);
                fromMs?: (number|null);
                toMs?: (number|null);
                term?: (number|null);
                manager?: (string|null);
                obstacle?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Sighting.$Properties;
        }

        interface IAvailabilityResponse extends hafs.v1.AvailabilityResponse.$Properties {
        }

        class AvailabilityResponse {
            constructor(properties?: hafs.v1.AvailabilityResponse.$Properties);
            $unknowns?: Uint8Array[];
            sinceMs: number;
            untilMs: number;
            write?: (hafs.v1.ServiceRecord.$Properties|null);
            read?: (hafs.v1.ServiceRecord.$Properties|null);
            silent: string[];
            static encode(message: hafs.v1.AvailabilityResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.AvailabilityResponse & hafs.v1.AvailabilityResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace AvailabilityResponse {
            interface $Properties {
                sinceMs?: (number|null);
                untilMs?: (number|null);
                write?: (hafs.v1.ServiceRecord.$Properties|null);
                read?: (hafs.v1.ServiceRecord.$Properties|null);
                silent?: (string[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.AvailabilityResponse.$Properties;
        }

        interface IServiceRecord extends hafs.v1.ServiceRecord.$Properties {
        }

        class ServiceRecord {
            constructor(properties?: hafs.v1.ServiceRecord.$Properties);
            $unknowns?: Uint8Array[];
            available: boolean;
            sinceMs: number;
            availableMs: number;
            unavailableMs: number;
            outageCount: number;
            outages: hafs.v1.Outage.$Properties[];
            ratio: number;
            nines?: (number|null);
            mtbfMs?: (number|null);
            mttrMs?: (number|null);
            static encode(message: hafs.v1.ServiceRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ServiceRecord & hafs.v1.ServiceRecord.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ServiceRecord {
            interface $Properties {
                available?: (boolean|null);
                sinceMs?: (number|null);
                availableMs?: (number|null);
                unavailableMs?: (number|null);
                outageCount?: (number|null);
                outages?: (hafs.v1.Outage.$Properties[]|null);
                ratio?: (number|null);
                nines?: (number|null);
                mtbfMs?: (number|null);
                mttrMs?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ServiceRecord.$Properties;
        }

        interface IOutage extends hafs.v1.Outage.$Properties {
        }

        class Outage {
            constructor(properties?: hafs.v1.Outage.$Properties);
            $unknowns?: Uint8Array[];
            fromMs: number;
            toMs: number;
            cause: string;
            before: string;
            after: string;
            static encode(message: hafs.v1.Outage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.Outage & hafs.v1.Outage.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace Outage {
            interface $Properties {
                fromMs?: (number|null);
                toMs?: (number|null);
                cause?: (string|null);
                before?: (string|null);
                after?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.Outage.$Properties;
        }

        interface IProfileRequest extends hafs.v1.ProfileRequest.$Properties {
        }

        class ProfileRequest {
            constructor(properties?: hafs.v1.ProfileRequest.$Properties);
            $unknowns?: Uint8Array[];
            name: string;
            session: number;
            static encode(message: hafs.v1.ProfileRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ProfileRequest & hafs.v1.ProfileRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ProfileRequest {
            interface $Properties {
                name?: (string|null);
                session?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ProfileRequest.$Properties;
        }

        interface IProfileBrickRequest extends hafs.v1.ProfileBrickRequest.$Properties {
        }

        class ProfileBrickRequest {
            constructor(properties?: hafs.v1.ProfileBrickRequest.$Properties);
            $unknowns?: Uint8Array[];
            brick: string;
            session: number;
            static encode(message: hafs.v1.ProfileBrickRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ProfileBrickRequest & hafs.v1.ProfileBrickRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ProfileBrickRequest {
            interface $Properties {
                brick?: (string|null);
                session?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ProfileBrickRequest.$Properties;
        }

        interface IProfileResponse extends hafs.v1.ProfileResponse.$Properties {
        }

        class ProfileResponse {
            constructor(properties?: hafs.v1.ProfileResponse.$Properties);
            $unknowns?: Uint8Array[];
            bricks: hafs.v1.BrickProfile.$Properties[];
            latencyBoundsMs: number[];
            static encode(message: hafs.v1.ProfileResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ProfileResponse & hafs.v1.ProfileResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ProfileResponse {
            interface $Properties {
                bricks?: (hafs.v1.BrickProfile.$Properties[]|null);
                latencyBoundsMs?: (number[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ProfileResponse.$Properties;
        }

        interface IBrickProfile extends hafs.v1.BrickProfile.$Properties {
        }

        class BrickProfile {
            constructor(properties?: hafs.v1.BrickProfile.$Properties);
            $unknowns?: Uint8Array[];
            brick: string;
            node: string;
            sinceMs: number;
            operations: hafs.v1.OperationProfile.$Properties[];
            clients: hafs.v1.ClientProfile.$Properties[];
            static encode(message: hafs.v1.BrickProfile.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.BrickProfile & hafs.v1.BrickProfile.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace BrickProfile {
            interface $Properties {
                brick?: (string|null);
                node?: (string|null);
                sinceMs?: (number|null);
                operations?: (hafs.v1.OperationProfile.$Properties[]|null);
                clients?: (hafs.v1.ClientProfile.$Properties[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.BrickProfile.$Properties;
        }

        interface IOperationProfile extends hafs.v1.OperationProfile.$Properties {
        }

        class OperationProfile {
            constructor(properties?: hafs.v1.OperationProfile.$Properties);
            $unknowns?: Uint8Array[];
            operation: string;
            count: number;
            totalMs: number;
            maxMs: number;
            latencyCounts: number[];
            files: hafs.v1.HotFile.$Properties[];
            static encode(message: hafs.v1.OperationProfile.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.OperationProfile & hafs.v1.OperationProfile.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace OperationProfile {
            interface $Properties {
                operation?: (string|null);
                count?: (number|null);
                totalMs?: (number|null);
                maxMs?: (number|null);
                latencyCounts?: (number[]|null);
                files?: (hafs.v1.HotFile.$Properties[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.OperationProfile.$Properties;
        }

        interface IHotFile extends hafs.v1.HotFile.$Properties {
        }

        class HotFile {
            constructor(properties?: hafs.v1.HotFile.$Properties);
            $unknowns?: Uint8Array[];
            ino: number;
            count: number;
            excessMax: number;
            static encode(message: hafs.v1.HotFile.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.HotFile & hafs.v1.HotFile.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace HotFile {
            interface $Properties {
                ino?: (number|null);
                count?: (number|null);
                excessMax?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.HotFile.$Properties;
        }

        interface IClientProfile extends hafs.v1.ClientProfile.$Properties {
        }

        class ClientProfile {
            constructor(properties?: hafs.v1.ClientProfile.$Properties);
            $unknowns?: Uint8Array[];
            client: string;
            session: number;
            count: number;
            readBytes: number;
            writtenBytes: number;
            totalMs: number;
            maxMs: number;
            latencyCounts: number[];
            static encode(message: hafs.v1.ClientProfile.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.ClientProfile & hafs.v1.ClientProfile.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace ClientProfile {
            interface $Properties {
                client?: (string|null);
                session?: (number|null);
                count?: (number|null);
                readBytes?: (number|null);
                writtenBytes?: (number|null);
                totalMs?: (number|null);
                maxMs?: (number|null);
                latencyCounts?: (number[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.ClientProfile.$Properties;
        }

        interface IPathsRequest extends hafs.v1.PathsRequest.$Properties {
        }

        class PathsRequest {
            constructor(properties?: hafs.v1.PathsRequest.$Properties);
            $unknowns?: Uint8Array[];
            name: string;
            inos: number[];
            static encode(message: hafs.v1.PathsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.PathsRequest & hafs.v1.PathsRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace PathsRequest {
            interface $Properties {
                name?: (string|null);
                inos?: (number[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.PathsRequest.$Properties;
        }

        interface IBrickPathsRequest extends hafs.v1.BrickPathsRequest.$Properties {
        }

        class BrickPathsRequest {
            constructor(properties?: hafs.v1.BrickPathsRequest.$Properties);
            $unknowns?: Uint8Array[];
            group: string;
            inos: number[];
            static encode(message: hafs.v1.BrickPathsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.BrickPathsRequest & hafs.v1.BrickPathsRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace BrickPathsRequest {
            interface $Properties {
                group?: (string|null);
                inos?: (number[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.BrickPathsRequest.$Properties;
        }

        interface IPathsResponse extends hafs.v1.PathsResponse.$Properties {
        }

        class PathsResponse {
            constructor(properties?: hafs.v1.PathsResponse.$Properties);
            $unknowns?: Uint8Array[];
            paths: hafs.v1.FilePath.$Properties[];
            static encode(message: hafs.v1.PathsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.PathsResponse & hafs.v1.PathsResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace PathsResponse {
            interface $Properties {
                paths?: (hafs.v1.FilePath.$Properties[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.PathsResponse.$Properties;
        }

        interface IFilePath extends hafs.v1.FilePath.$Properties {
        }

        class FilePath {
            constructor(properties?: hafs.v1.FilePath.$Properties);
            $unknowns?: Uint8Array[];
            ino: number;
            path: Uint8Array;
            static encode(message: hafs.v1.FilePath.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.FilePath & hafs.v1.FilePath.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace FilePath {
            interface $Properties {
                ino?: (number|null);
                path?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.FilePath.$Properties;
        }

        interface IStateDumpRequest extends hafs.v1.StateDumpRequest.$Properties {
        }

        class StateDumpRequest {
            constructor(properties?: hafs.v1.StateDumpRequest.$Properties);
            $unknowns?: Uint8Array[];
            name: string;
            node: string;
            static encode(message: hafs.v1.StateDumpRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.StateDumpRequest & hafs.v1.StateDumpRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace StateDumpRequest {
            interface $Properties {
                name?: (string|null);
                node?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.StateDumpRequest.$Properties;
        }

        interface IStateDumpBrickRequest extends hafs.v1.StateDumpBrickRequest.$Properties {
        }

        class StateDumpBrickRequest {
            constructor(properties?: hafs.v1.StateDumpBrickRequest.$Properties);
            $unknowns?: Uint8Array[];
            brick: string;
            static encode(message: hafs.v1.StateDumpBrickRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.StateDumpBrickRequest & hafs.v1.StateDumpBrickRequest.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace StateDumpBrickRequest {
            interface $Properties {
                brick?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.StateDumpBrickRequest.$Properties;
        }

        interface IStateDumpResponse extends hafs.v1.StateDumpResponse.$Properties {
        }

        class StateDumpResponse {
            constructor(properties?: hafs.v1.StateDumpResponse.$Properties);
            $unknowns?: Uint8Array[];
            bricks: hafs.v1.BrickStateDump.$Properties[];
            static encode(message: hafs.v1.StateDumpResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.StateDumpResponse & hafs.v1.StateDumpResponse.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace StateDumpResponse {
            interface $Properties {
                bricks?: (hafs.v1.BrickStateDump.$Properties[]|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.StateDumpResponse.$Properties;
        }

        interface IBrickStateDump extends hafs.v1.BrickStateDump.$Properties {
        }

        class BrickStateDump {
            constructor(properties?: hafs.v1.BrickStateDump.$Properties);
            $unknowns?: Uint8Array[];
            brick: string;
            node: string;
            json: string;
            problem: string;
            static encode(message: hafs.v1.BrickStateDump.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hafs.v1.BrickStateDump & hafs.v1.BrickStateDump.$Shape;
            static getTypeUrl(prefix?: string): string;
        }

        namespace BrickStateDump {
            interface $Properties {
                brick?: (string|null);
                node?: (string|null);
                json?: (string|null);
                problem?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = hafs.v1.BrickStateDump.$Properties;
        }
    }
}
