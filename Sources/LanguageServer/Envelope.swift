import DataTree

/// A message of JSON-RPC 2.0 whose parameters are still to be read.
enum Envelope {
  case request(RequestID, method: String, params: JSONView?)
  case notification(method: String, params: JSONView?)
  /// An answer of the client's to a request of the server's; without a result where it is an error.
  case response(RequestID?, result: JSONView?)
  /// No message; `id` is told where it could be read.
  case broken(RequestID?, ResponseError)

  init(_ frame: FrameReader.Frame) {
    switch frame {
    case .message(let content): self.init(content)
    case .brokenHeader: self = .broken(nil, ResponseError(.parseError, "a header without Content-Length"))
    case .tooLarge: self = .broken(nil, ResponseError(.invalidRequest, "the message is too large"))
    }
  }

  private init(_ content: [UInt8]) {
    guard let message = JSONView(content) else {
      self = .broken(nil, ResponseError(.parseError, "the message is no JSON"))
      return
    }
    let id = RequestID(message["id"])
    guard message.isObject else {
      self = .broken(nil, ResponseError(.invalidRequest, "a message is an object"))
      return
    }
    guard message.has("method") else {
      let isAnswer = message.has("result") || message.has("error")
      self =
        isAnswer
        ? .response(id, result: message["result"])
        : .broken(id, ResponseError(.invalidRequest, "the message has no method"))
      return
    }
    guard let method = message["method"]?.string else {
      self = .broken(id, ResponseError(.invalidRequest, "the method is no string"))
      return
    }
    if let id {
      self = .request(id, method: method, params: message["params"])
    } else if message.has("id") {
      self = .broken(nil, ResponseError(.invalidRequest, "the id is neither a whole number nor a string"))
    } else {
      self = .notification(method: method, params: message["params"])
    }
  }

  /// The request that `$/cancelRequest` names.
  var cancelled: RequestID? {
    guard case .notification(method: "$/cancelRequest", let params) = self else { return nil }
    return RequestID(params?["id"])
  }
}

extension RequestID {
  /// The id in a member of a message; `nil` for anything that is no id.
  init?(_ value: JSONView?) {
    if let number = value?.integer {
      self = .number(number)
    } else if let text = value?.utf8 {
      self = .string(text)
    } else {
      return nil
    }
  }
}
