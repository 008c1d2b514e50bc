/** node server.js VOLUME [PORT], e.g. node server.js n1,n2,n3:/www 3000 */
import process from 'node:process';
import { connect } from 'hafs';
import { buildApp } from './app.js';

const [, , target = 'www', port = '3000'] = process.argv;
const volume = await connect(target);
const app = buildApp(volume);
app.addHook('onClose', () => volume.close());
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void app.close());
console.log(await app.listen({ port: Number(port) }));
