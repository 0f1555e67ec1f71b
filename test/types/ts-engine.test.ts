import { createTypeEngine } from '../../src/types/ts-engine.js';
import { describeTypeOracle } from './contract.js';

describeTypeOracle('the engine over TypeScript 6', createTypeEngine);
