/**
 * Makes protobufjs decode 64-bit integers as numbers. To be imported before the generated code, which
 * fixes its defaults when it is loaded; without this it gives `Long` objects wherever `long` is installed.
 */
import protobuf from 'protobufjs/minimal.js';

protobuf.util.Long = undefined as unknown as typeof protobuf.util.Long;
protobuf.configure();
