// leaks: late-execution handle-growth
const { exec } = require('child_process');

exports.handler = async () => {
  exec('sleep 0.05', () => console.log('late'));
  return 'ok';
};
