const AWS = require('aws-sdk');

const pipeline = new AWS.CodePipeline();

function stateOf(name) {
  return new Promise((resolve, reject) => {
    pipeline.getPipelineState({ name }, (err, data) => {
      if (err) reject(err);
      else resolve(data);
    });
  });
}

module.exports = stateOf;
