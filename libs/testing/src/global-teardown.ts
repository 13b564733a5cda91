import { endServer } from './test-server.ts';

export default endServer;
