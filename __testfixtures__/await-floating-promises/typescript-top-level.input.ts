import { setTimeout as sleep } from 'node:timers/promises';

sleep(10);
