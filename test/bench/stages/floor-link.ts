/** A stream on which messages are answered in their order. */
import { Client, credentials, type ClientDuplexStream, type ServiceDefinition } from '@grpc/grpc-js';

const asIs = (bytes: Buffer): Buffer => bytes;
const PATH = '/floor/ask';

export const FLOOR_SERVICE: ServiceDefinition = {
  ask: {
    path: PATH,
    requestStream: true,
    responseStream: true,
    requestSerialize: asIs,
    requestDeserialize: asIs,
    responseSerialize: asIs,
    responseDeserialize: asIs,
  },
};

export class FloorLink {
  private readonly client: Client;
  private readonly stream: ClientDuplexStream<Buffer, Buffer>;
  private readonly waiting: (() => void)[] = [];

  constructor(address: string) {
    this.client = new Client(address, credentials.createInsecure());
    this.stream = this.client.makeBidiStreamRequest(PATH, asIs, asIs);
    this.stream.on('data', () => this.waiting.shift()?.());
  }

  close(): void {
    this.stream.on('error', () => undefined); // That it was cancelled.
    this.stream.cancel();
    this.client.close();
  }

  ask(message: Buffer): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.stream.write(message);
    });
  }
}
