const AWS = require('aws-sdk');

const sns = new AWS.SNS();

exports.notify = async (message) => {
  const params = { Message: message, TopicArn: process.env.TOPIC };
  sns.publish(params, (err, data) => {
    if (err) throw err;
    console.log('sent', data.MessageId);
  });
};
