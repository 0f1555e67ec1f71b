const path = require('path');

class Runner {
  constructor(tools) {
    this.tools = tools;
  }

  async run(name) {
    this.tools.exec(path.resolve(name), (error, stdout) => {
      if (error) throw error;
      console.log(stdout);
    });
  }
}

module.exports = Runner;
